import assert from "node:assert/strict";
import { office } from "../support/office_bench.ts";

Deno.test("a thread tells its parent of every reply", async () => {
  using bench = office();
  const parent = await bench.post({ text: "card" });
  await bench.post({ text: "one", thread_ts: parent }, "dana");
  const last = await bench.post({ text: "two", thread_ts: parent });
  const { messages } = await bench.call("conversations.replies", {
    channel: bench.here,
    ts: parent,
  });
  assert.ok(Array.isArray(messages));
  assert.deepEqual(messages.map(({ text }) => text), ["card", "one", "two"]);
  const { reply_count, latest_reply, reply_users, thread_ts } = messages[0];
  assert.deepEqual(
    { reply_count, latest_reply, reply_users, thread_ts },
    {
      reply_count: 2,
      latest_reply: last,
      reply_users: [bench.person("dana").id, bench.slack.workspace.bot.user_id],
      thread_ts: parent,
    },
  );
  const history = await bench.call("conversations.history", {
    channel: bench.here,
  });
  assert.equal(Array.isArray(history.messages) && history.messages.length, 1);
});

Deno.test("a deleted parent leaves a tombstone until its last reply is gone", async () => {
  using bench = office();
  const parent = await bench.post({ text: "card" });
  const reply = await bench.post({ text: "reply", thread_ts: parent });
  const remove = (ts: string) =>
    bench.code("chat.delete", { channel: bench.here, ts });
  assert.equal(await remove(parent), "ok");
  assert.deepEqual(bench.texts("texts"), [
    "This message was deleted.",
    "reply",
  ]);
  assert.equal(await remove(parent), "message_not_found");
  assert.equal(await remove(reply), "ok");
  assert.deepEqual(bench.texts("texts"), []);
});

Deno.test("metadata comes back only when it is asked for", async () => {
  using bench = office();
  const metadata = { event_type: "text", event_payload: { sid: "SM1" } };
  await bench.post({ text: "hi", metadata });
  const read = async (args: object) => {
    const { messages } = await bench.call("conversations.history", {
      channel: bench.here,
      ...args,
    });
    return Array.isArray(messages) ? messages[0].metadata : null;
  };
  assert.equal(await read({}), undefined);
  assert.deepEqual(await read({ include_all_metadata: true }), metadata);
});

Deno.test("an update keeps what it does not name", async () => {
  using bench = office();
  const block = { type: "divider", block_id: "line" };
  const ts = await bench.post({ text: "old", blocks: [block] });
  const { message } = await bench.call("chat.update", {
    channel: bench.here,
    ts,
    text: "new",
  });
  assert.ok(typeof message === "object" && message && "blocks" in message);
  assert.deepEqual(message.blocks, [block]);
  assert.ok("edited" in message);
  const theirs = await bench.post({ text: "mine" }, "dana");
  const args = { channel: bench.here, ts: theirs, text: "ours" };
  assert.equal(await bench.code("chat.update", args), "cant_update_message");
  assert.equal(await bench.code("chat.delete", args), "cant_delete_message");
});

Deno.test("a reaction and a pin can be set once", async () => {
  using bench = office();
  const timestamp = await bench.post({ text: "hi" });
  const args = { channel: bench.here, timestamp, name: "eyes" };
  const codes: string[] = [];
  for (
    const method of [
      "reactions.add",
      "reactions.add",
      "reactions.remove",
      "reactions.remove",
      "pins.add",
      "pins.add",
    ]
  ) codes.push(await bench.code(method, args));
  assert.deepEqual(codes, [
    "ok",
    "already_reacted",
    "ok",
    "no_reaction",
    "ok",
    "already_pinned",
  ]);
  const { items } = await bench.call("pins.list", { channel: bench.here });
  assert.equal(Array.isArray(items) && items.length, 1);
  assert.equal(await bench.code("pins.remove", args), "ok");
  assert.equal(await bench.code("pins.remove", args), "no_pin");
});

Deno.test("the hundred-and-first pin is refused", async () => {
  using bench = office();
  for (let i = 0; i < 100; i++) {
    const timestamp = await bench.post({ text: `${i}` });
    await bench.call("pins.add", { channel: bench.here, timestamp });
  }
  const timestamp = await bench.post({ text: "one more" });
  assert.equal(
    await bench.code("pins.add", { channel: bench.here, timestamp }),
    "too_many_pins",
  );
});

Deno.test("an archived channel takes nothing, and comes back", async () => {
  using bench = office();
  const { channel } = await bench.call("conversations.create", {
    name: "maya",
  });
  assert.ok(typeof channel === "object" && channel && "id" in channel);
  const args = { channel: channel.id, text: "hi" };
  assert.equal(await bench.code("conversations.archive", args), "ok");
  assert.equal(
    await bench.code("conversations.archive", args),
    "already_archived",
  );
  assert.equal(await bench.code("chat.postMessage", args), "is_archived");
  assert.equal(await bench.code("conversations.unarchive", args), "ok");
  assert.equal(await bench.code("chat.postMessage", args), "ok");
});

Deno.test("text is kept escaped, with links and a person's phone numbers marked", async () => {
  using bench = office();
  await bench.post({
    text: "a & b <c> &lt; <@U1> https://x.test/?a=1&b=2. +1 415 555 0142",
  });
  await bench.post({ text: "call (415) 555-0142 or 4155550142" }, "dana");
  assert.deepEqual(bench.texts("texts"), [
    "a &amp; b &lt;c&gt; &lt; <@U1> <https://x.test/?a=1&amp;b=2>. +1 415 555 0142",
    "call <tel:4155550142|(415) 555-0142> or 4155550142",
  ]);
});
