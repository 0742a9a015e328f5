import assert from "node:assert/strict";
import fc from "fast-check";
import {
  advance,
  INTERNAL_MARK,
  isFinal,
  markFor,
  MARKS,
  type Stage,
  stageOf,
} from "../../bridge/sms/status.ts";

// https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
const WORDS: Record<string, Stage | undefined> = {
  accepted: "accepted",
  scheduled: "accepted",
  queued: "accepted",
  sending: "accepted",
  sent: "sent",
  partially_delivered: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "failed",
  failed: "failed",
  canceled: "failed",
  receiving: undefined,
  received: undefined,
};
const ORDER: Stage[] = ["accepted", "sent", "delivered"];

const stages = fc.constantFrom<Stage>(
  "accepted",
  "sent",
  "delivered",
  "failed",
);
const words = fc.array(
  fc.oneof(fc.constantFrom(...Object.keys(WORDS)), fc.string()),
);

Deno.test("each of the carrier's words has its stage, and those of inbound texts have none", () => {
  for (const [word, stage] of Object.entries(WORDS)) {
    assert.equal(stageOf(word), stage, word);
  }
  assert.equal(stageOf("constructor"), undefined);
});

Deno.test("event streams shout the same words", () => {
  assert.equal(stageOf("UNDELIVERED"), "failed");
});

Deno.test("a text goes forward word by word", () => {
  const seen: Stage[] = [];
  let stage: Stage = "accepted";
  for (const word of ["queued", "sending", "sent", "delivered"]) {
    stage = advance(stage, word);
    seen.push(stage);
  }
  assert.deepEqual(seen, ["accepted", "accepted", "sent", "delivered"]);
});

Deno.test("it never goes back, whatever comes and however often", () => {
  fc.assert(fc.property(stages, words, (start, seen) => {
    let stage = start;
    for (const word of seen) {
      const next = advance(stage, word);
      const isForward = next === "failed"
        ? stage !== "delivered"
        : stage !== "failed" && ORDER.indexOf(next) >= ORDER.indexOf(stage);
      assert.ok(isForward, `${stage} → ${word} → ${next}`);
      assert.equal(advance(next, word), next, "said again, it changes nothing");
      stage = next;
    }
  }));
});

Deno.test("short of an end, the order of the words does not matter", () => {
  const way = fc.array(
    fc.constantFrom(
      "accepted",
      "queued",
      "sending",
      "sent",
      "delivered",
      "receiving",
      "?",
    ),
  );
  const shuffled = way.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
    )
  );
  fc.assert(fc.property(stages, shuffled, (start, [one, other]) => {
    assert.equal(one.reduce(advance, start), other.reduce(advance, start));
  }));
});

Deno.test("the first end stands", () => {
  fc.assert(fc.property(stages.filter(isFinal), words, (end, seen) => {
    assert.equal(seen.reduce(advance, end), end);
  }));
});

Deno.test("✔️ from the carrier on, 📳 from the phone, ❌ for neither", () => {
  assert.equal(markFor("accepted"), "heavy_check_mark");
  assert.equal(markFor("sent"), "heavy_check_mark");
  assert.equal(markFor("delivered"), "vibration_mode");
  assert.equal(markFor("failed"), "x");
  assert.deepEqual(MARKS, [
    "heavy_check_mark",
    "vibration_mode",
    "x",
    INTERNAL_MARK,
  ]);
});
