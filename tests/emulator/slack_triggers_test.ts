import assert from "node:assert/strict";
import { SlackBench } from "../support/slack_bench.ts";

const hook = {
  type: "webhook",
  name: "Ring",
  workflow: "#/workflows/note",
  inputs: {
    text: { value: "{{data.text}}" },
    channel: { value: "{{data.channel}}" },
  },
};

const always = { version: 1, root: { statement: "1 == 1" } };

function posted(bench: SlackBench, filter: object = always) {
  return {
    type: "event",
    name: "Posted",
    workflow: "#/workflows/note",
    event: {
      event_type: "slack#/events/message_posted",
      channel_ids: [bench.channel("texts").id],
      filter,
    },
    inputs: {
      text: { value: "{{data.message_ts}} in {{data.thread_ts}}" },
      channel: { value: bench.channel("general").id },
    },
  };
}

Deno.test("a posted message trips its trigger, threads and the app's own posts too, where the app is a member", async () => {
  using bench = new SlackBench();
  bench.join("general");
  const { ok } = await bench.call("workflows.triggers.create", posted(bench));
  assert.ok(ok);
  const channel = bench.channel("texts").id;
  await bench.call("chat.postMessage", { channel, text: "unheard" }, "dana");
  bench.join("texts");
  const first = await bench.call(
    "chat.postMessage",
    { channel, text: "hi" },
    "dana",
  );
  await bench.clock.advance(1000);
  const reply = await bench.call("chat.postMessage", {
    channel,
    text: "reply",
    thread_ts: first.ts,
  });
  await bench.clock.advance(1000);
  assert.deepEqual(bench.texts("general"), [
    `${first.ts} in `,
    `${reply.ts} in ${first.ts}`,
  ]);
});

Deno.test("a reply's timestamps may be read the other way round", async () => {
  using bench = new SlackBench({ thread_ts_reading: "swapped" });
  bench.join("general");
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const first = await bench.call("chat.postMessage", { channel, text: "hi" });
  await bench.call("workflows.triggers.create", posted(bench));
  const reply = await bench.call("chat.postMessage", {
    channel,
    text: "reply",
    thread_ts: first.ts,
  });
  await bench.clock.advance(1000);
  assert.deepEqual(bench.texts("general"), [`${first.ts} in ${reply.ts}`]);
});

Deno.test("an event that its filter keeps out trips nothing", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  bench.join("general");
  const statement = "{{data.thread_ts}} == null";
  const filter = {
    version: 1,
    root: { operator: "NOT", inputs: [{ statement }] },
  };
  await bench.call("workflows.triggers.create", posted(bench, filter));
  const channel = bench.channel("texts").id;
  await bench.call("chat.postMessage", { channel, text: "hi" }, "dana");
  await bench.clock.advance(1000);
  assert.deepEqual(bench.texts("general"), []);
});

Deno.test("a schedule goes off every hour from its start, and not after it is deleted", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const start = new Date(bench.clock.now() + 60_000).toISOString();
  const { trigger } = await bench.call("workflows.triggers.create", {
    type: "scheduled",
    name: "Hourly",
    workflow: "#/workflows/note",
    inputs: {
      text: { value: "tick" },
      channel: { value: bench.channel("texts").id },
    },
    schedule: { start_time: start, frequency: { type: "hourly" } },
  });
  await bench.clock.advance(59_000);
  assert.deepEqual(bench.texts("texts"), []);
  await bench.clock.advance(2 * 3_600_000);
  assert.deepEqual(bench.texts("texts"), ["tick", "tick"]);
  assert.ok(typeof trigger === "object" && trigger && "id" in trigger);
  await bench.call("workflows.triggers.delete", { trigger_id: trigger.id });
  await bench.clock.advance(2 * 3_600_000);
  assert.equal(bench.texts("texts").length, 2);
});

Deno.test("a workflow button starts its workflow for anybody, for ever, with its own values", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const { trigger } = await bench.call("workflows.triggers.create", {
    type: "shortcut",
    name: "Note it",
    workflow: "#/workflows/note",
    inputs: {
      text: { customizable: true },
      channel: { value: "{{data.channel_id}}" },
    },
  });
  assert.ok(
    typeof trigger === "object" && trigger && "shortcut_url" in trigger,
  );
  const { ts } = await bench.call("chat.postMessage", {
    channel,
    text: "card",
    blocks: [{
      type: "actions",
      elements: [{
        type: "workflow_button",
        action_id: "note",
        text: { type: "plain_text", text: "Note" },
        workflow: {
          trigger: {
            url: trigger.shortcut_url,
            customizable_input_parameters: [{ name: "text", value: "noted" }],
          },
        },
      }],
    }],
  });
  for (const name of ["dana", "will"]) {
    const { status } = await bench.desk(
      `messages/${channel}/${ts}/buttons/note`,
      {
        user_id: bench.person(name).id,
      },
    );
    assert.equal(status, 200);
    await bench.clock.advance(3_600_000);
  }
  assert.deepEqual(bench.texts("texts"), ["card", "noted", "noted"]);
});

Deno.test("triggers that Slack would not create are refused for Slack's reasons", async () => {
  using bench = new SlackBench();
  const cases: [string, object][] = [
    ["workflow_not_found", { ...hook, workflow: "#/workflows/none" }],
    ["parameter_validation_failed", { ...hook, inputs: {} }],
    ["parameter_validation_failed", {
      ...hook,
      inputs: { ...hook.inputs, more: { value: "x" } },
    }],
    ["customizable_inputs_only_allowed_on_link_triggers", {
      ...hook,
      inputs: { ...hook.inputs, text: { customizable: true } },
    }],
    ["invalid_arguments", {
      ...posted(bench),
      event: { ...posted(bench).event, filter: undefined },
    }],
    ["invalid_arguments", {
      ...posted(bench),
      event: {
        ...posted(bench).event,
        channel_ids: Array.from({ length: 21 }, (_, i) => `C${i}`),
      },
    }],
    ["invalid_arguments", {
      ...hook,
      type: "scheduled",
      schedule: { start_time: "2020-01-01T00:00:00Z" },
    }],
    ["missing_scope", {
      ...posted(bench),
      event: {
        ...posted(bench).event,
        event_type: "slack#/events/app_mentioned",
      },
    }],
  ];
  for (const [code, definition] of cases) {
    assert.equal(
      await bench.code("workflows.triggers.create", definition),
      code,
    );
  }
  assert.equal(
    await bench.code("workflows.triggers.delete", { trigger_id: "Ft0" }),
    "trigger_not_found",
  );
});
