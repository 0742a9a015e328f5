import assert from "node:assert/strict";
import { type DeskPatch, deskPatch } from "../../emulator/slack/desk_patch.ts";
import { deskState } from "../../emulator/slack/desk_state.ts";
import { SlackBench } from "../support/slack_bench.ts";

/** What one person's client is told from now on. */
function watch(bench: SlackBench, who: string): DeskPatch[] {
  const told: DeskPatch[] = [];
  const person = bench.person(who);
  bench.slack.onChange((change) => {
    const patch = deskPatch(bench.slack, person, change);
    if (patch) told.push(patch);
  });
  return told;
}

Deno.test("a reply tells of itself and of its thread's parent, and of nothing else", async () => {
  using bench = new SlackBench();
  const channel = bench.channel("texts").id;
  const { ts } = await bench.call(
    "chat.postMessage",
    { channel, text: "a" },
    "dana",
  );
  await bench.call("chat.postMessage", { channel, text: "b" }, "dana");
  const told = watch(bench, "will");
  await bench.call(
    "chat.postMessage",
    { channel, text: "c", thread_ts: ts },
    "dana",
  );
  assert.equal(told.length, 1);
  assert.deepEqual(
    told[0]?.messages?.shown.map((
      { text, reply_count },
    ) => [text, reply_count]),
    [["c", undefined], ["a", 1]],
  );
});

Deno.test("what is gone is told as gone, a tombstone with its last reply too", async () => {
  using bench = new SlackBench();
  const channel = bench.channel("texts").id;
  const { ts } = await bench.call(
    "chat.postMessage",
    { channel, text: "a" },
    "dana",
  );
  const reply = await bench.call("chat.postMessage", {
    channel,
    text: "b",
    thread_ts: ts,
  }, "dana");
  const told = watch(bench, "will");
  await bench.call("chat.delete", { channel, ts }, "dana");
  assert.equal(told[0]?.messages?.shown[0]?.subtype, "tombstone");
  await bench.call("chat.delete", { channel, ts: reply.ts }, "dana");
  assert.deepEqual(told[1]?.messages?.gone, [reply.ts, ts]);
});

Deno.test("nobody is told of what is not theirs to see", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const told = watch(bench, "will");
  const { people } = bench.slack.workspace;
  await bench.call("chat.postMessage", {
    channel: bench.person("dana").id,
    text: "just you",
  });
  await bench.call("chat.postEphemeral", {
    channel: bench.channel("texts").id,
    user: people.find("dana")?.id,
    text: "psst",
  });
  assert.deepEqual(told, []);
});

Deno.test("whoever joins a private channel is shown all of it, and whoever leaves it none", () => {
  using bench = new SlackBench();
  const { channels, messages } = bench.slack.workspace;
  const dana = bench.person("dana").id;
  const will = bench.person("will").id;
  const secret = channels.create("secret", dana, { is_private: true });
  messages.post({ channel: secret.id, user: dana, text: "hush" });
  const told = watch(bench, "will");
  channels.join(secret, will);
  assert.equal(told[0]?.channel?.name, "secret");
  assert.equal(told[0]?.messages?.shown[0]?.text, "hush");
  channels.leave(secret, will);
  assert.equal(told[1]?.channelGone, secret.id);
});

Deno.test("all that was told, put together, is what a fresh look shows", async () => {
  using bench = new SlackBench();
  const channel = bench.channel("texts").id;
  const told = watch(bench, "will");
  const { ts } = await bench.call(
    "chat.postMessage",
    { channel, text: "a" },
    "dana",
  );
  await bench.call(
    "reactions.add",
    { channel, timestamp: ts, name: "eyes" },
    "dana",
  );
  await bench.call("pins.add", { channel, timestamp: ts }, "dana");
  await bench.call("chat.update", { channel, ts, text: "b" }, "dana");
  const state = deskState(bench.slack, bench.person("will"));
  assert.deepEqual(
    told.at(-1)?.messages?.shown[0],
    state.messages[channel]?.[0],
  );
  const pinned = told.findLast(({ channel }) => channel)?.channel;
  assert.deepEqual(pinned, state.channels.find(({ id }) => id === channel));
});
