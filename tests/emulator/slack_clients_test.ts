import { WebClient } from "@slack/web-api";
import { SlackAPI } from "deno-slack-api/mod.ts";
import assert from "node:assert/strict";
import { loopback } from "../support/loopback.ts";
import { SlackBench } from "../support/slack_bench.ts";

Deno.test("Slack's own client for Deno gets along with it", async () => {
  using bench = new SlackBench();
  const client = SlackAPI(bench.bot);
  const channel = bench.channel("texts").id;
  assert.ok((await client.conversations.join({ channel })).ok);
  const posted = await client.chat.postMessage({
    channel,
    text: "hello",
    blocks: [{ type: "section", text: { type: "mrkdwn", text: "*hello*" } }],
    metadata: { event_type: "greeting", event_payload: { n: 1 } },
  });
  assert.ok(posted.ok, posted.error);
  const { messages } = await client.conversations.history({
    channel,
    include_all_metadata: true,
    limit: 1,
  });
  assert.deepEqual(messages[0].metadata.event_payload, { n: 1 });
  const unknown = await client.apiCall("chat.shout");
  assert.deepEqual([unknown.ok, unknown.error], [false, "unknown_method"]);
  const made = await client.workflows.triggers.create({
    type: "webhook",
    name: "Ring",
    workflow: "#/workflows/note",
    inputs: {
      text: { value: "{{data.text}}" },
      channel: { value: channel },
    },
  });
  assert.ok(made.ok && made.trigger.webhook_url);
  const rung = await client.response(made.trigger.webhook_url, {
    text: "rung",
  });
  assert.ok(rung.ok);
  await bench.clock.advance(1000);
  assert.equal(bench.texts("texts").at(-1), "rung");
});

Deno.test("the client for Deno throws when it is throttled, as on Slack", async () => {
  using bench = new SlackBench();
  const client = SlackAPI(bench.bot);
  bench.join("texts");
  const channel = bench.channel("texts").id;
  for (let i = 0; i < 20; i++) await client.pins.list({ channel });
  await assert.rejects(client.pins.list({ channel }), /429/);
});

Deno.test("Slack's client for Node gets along with it over a port", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const server = loopback((request) => bench.fetch(request));
  // The client brings its own transport; the bench's `fetch` is not in its way.
  const slackApiUrl = `${server.origin}/api/`;
  const client = new WebClient(bench.bot, {
    slackApiUrl,
    retryConfig: { retries: 0 },
  });
  try {
    const channel = bench.channel("texts").id;
    const who = await client.auth.test();
    assert.equal(who.user_id, bench.slack.workspace.bot.user_id);
    const { ts } = await client.chat.postMessage({ channel, text: "hello" });
    assert.ok(ts);
    await client.reactions.add({ channel, timestamp: ts, name: "eyes" });
    await assert.rejects(
      client.reactions.add({ channel, timestamp: ts, name: "eyes" }),
      /already_reacted/,
    );
    const thread = await client.conversations.replies({ channel, ts });
    assert.deepEqual(thread.messages?.[0]?.reactions?.[0], {
      name: "eyes",
      users: [who.user_id],
      count: 1,
    });
    const names: string[] = [];
    for await (const page of client.paginate("users.list", { limit: 2 })) {
      if ("members" in page && Array.isArray(page.members)) {
        for (const member of page.members) names.push(member.name);
      }
    }
    assert.deepEqual(names, ["dana", "will", "ana", "notes"]);
  } finally {
    await server.close();
  }
});
