import assert from "node:assert/strict";
import { missedByReplies, missedByTexts } from "./burst/arithmetic.ts";
import { replyBurst } from "./burst/reply_burst.ts";
import { type TextBurst, textBurst } from "./burst/text_burst.ts";

for (const known of [true, false]) {
  const who = known ? "contacts" : "people who never texted before";
  Deno.test(`a crowd of ${who} is shown as fast as Slack takes posts`, async () => {
    const burst = await textBurst({ contacts: 20, texts: 120, known });
    assert.deepEqual(missedByTexts(burst), []);
  });
}

Deno.test("replies of a team within one second are texted once each, at once, and marked as Slack takes marks", async () => {
  const burst = await replyBurst(20);
  assert.deepEqual(missedByReplies(burst), []);
  assert(burst.slowest < 1, `the last one after ${burst.slowest} s`);
});

Deno.test("what a burst misses is named", () => {
  const burst: TextBurst = {
    known: true,
    contacts: 2,
    texts: 9,
    lost: 1,
    doubled: 2,
    disordered: 3,
    seconds: 10,
    posts: 9,
    rate: 0.9,
    median_wait_alone: 4,
    median_wait: 4,
    limits: [],
  };
  assert.deepEqual(missedByTexts(burst), [
    "1 texts are lost",
    "2 texts are doubled",
    "3 conversations are out of order",
    "0.900 posts a second, at least 0.95",
    "a text alone waits 4 s, less than 3",
  ]);
});
