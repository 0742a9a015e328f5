import assert from "node:assert/strict";
import { office } from "../support/office_bench.ts";
import { SlackBench } from "../support/slack_bench.ts";

Deno.test("what Slack would refuse is refused, in Slack's words", async () => {
  using bench = office();
  const { here: channel } = bench;
  const general = bench.channel("general").id;
  const ts = await bench.post({ text: "hi" });
  const reply = await bench.post({ text: "hi", thread_ts: ts });
  const cases: [string, string, object][] = [
    ["unknown_method", "chat.shout", {}],
    ["invalid_arguments", "chat.postMessage", { text: "hi" }],
    ["channel_not_found", "chat.postMessage", { channel: "C1", text: "hi" }],
    ["not_in_channel", "chat.postMessage", { channel: general, text: "hi" }],
    ["no_text", "chat.postMessage", { channel }],
    ["thread_not_found", "chat.postMessage", {
      channel,
      text: "hi",
      thread_ts: "1.000001",
    }],
    ["cannot_reply_to_message", "chat.postMessage", {
      channel,
      text: "hi",
      thread_ts: reply,
    }],
    ["missing_scope", "chat.postMessage", {
      channel,
      text: "hi",
      username: "X",
    }],
    ["invalid_metadata_format", "chat.postMessage", {
      channel,
      text: "hi",
      metadata: { event_type: "x" },
    }],
    ["invalid_blocks", "chat.postMessage", {
      channel,
      blocks: [{ type: "section" }],
    }],
    ["invalid_blocks", "chat.postMessage", {
      channel,
      blocks: Array.from({ length: 51 }, () => ({ type: "divider" })),
    }],
    ["invalid_blocks", "chat.postMessage", {
      channel,
      blocks: [{ type: "header", text: { type: "mrkdwn", text: "x" } }],
    }],
    ["user_not_in_channel", "chat.postEphemeral", {
      channel,
      user: "U1",
      text: "x",
    }],
    ["msg_too_long", "chat.update", { channel, ts, text: "x".repeat(4001) }],
    ["message_not_found", "chat.update", {
      channel,
      ts: "1.000001",
      text: "x",
    }],
    ["message_not_found", "reactions.add", {
      channel,
      timestamp: "1.1",
      name: "x",
    }],
    ["invalid_name", "reactions.add", { channel, timestamp: ts, name: "Ä!" }],
    ["thread_not_found", "conversations.replies", { channel, ts: "1.000001" }],
    ["not_in_channel", "conversations.history", { channel: general }],
    ["invalid_cursor", "conversations.history", { channel, cursor: "x" }],
    ["name_taken", "conversations.create", { name: "texts" }],
    ["invalid_name_specials", "conversations.create", { name: "Hello World" }],
    ["missing_scope", "conversations.create", { name: "x", is_private: true }],
    ["cant_archive_general", "conversations.archive", { channel: general }],
    ["user_not_found", "users.info", { user: "U1" }],
    ["function_execution_not_found", "functions.completeSuccess", {
      function_execution_id: "Fx1",
    }],
    ["invalid_trigger_id", "views.open", {
      interactivity_pointer: "nonsense",
      view: {
        type: "modal",
        title: { type: "plain_text", text: "x" },
        blocks: [],
      },
    }],
    ["invalid_arguments", "views.open", {
      interactivity_pointer: "nonsense",
      view: {
        type: "modal",
        title: { type: "plain_text", text: "More than twenty-four letters" },
        blocks: [],
      },
    }],
  ];
  for (const [code, method, args] of cases) {
    assert.equal(await bench.code(method, args), code, `${method} ${code}`);
  }
});

Deno.test("tokens that are missing, made up or of the wrong kind are refused", async () => {
  using bench = office();
  const ask = async (token?: string) => {
    const response = await bench.fetch(
      new Request("https://slack.com/api/auth.test", {
        headers: token ? { authorization: `Bearer ${token}` } : {},
      }),
    );
    return (await response.json()).error;
  };
  assert.equal(await ask(), "not_authed");
  assert.equal(await ask("xoxb-1"), "invalid_auth");
  assert.equal(
    await bench.code("views.open", {}, "dana"),
    "not_allowed_token_type",
  );
});

Deno.test("the app is held to its rates, and people are not", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const post = async (who: string | null) => {
    const token = who ? bench.person(who).token : bench.bot;
    const response = await bench.fetch(
      new Request("https://slack.com/api/chat.postMessage", {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams({ channel, text: "hi" }),
      }),
    );
    return response.status;
  };
  for (let i = 0; i < 5; i++) assert.equal(await post(null), 200);
  assert.equal(await post(null), 429);
  assert.equal(await post("dana"), 200);
  await bench.clock.advance(1000);
  assert.equal(await post(null), 200);

  for (let i = 0; i < 20; i++) {
    assert.equal(await bench.code("pins.list", { channel }), "ok");
  }
  assert.equal(await bench.code("pins.list", { channel }), "ratelimited");
});
