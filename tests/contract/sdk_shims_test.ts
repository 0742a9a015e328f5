import assert from "node:assert/strict";
// @ts-types="@slack/deno-slack-sdk"
import { SlackFunction as TheirFunction } from "@slack/deno-slack-sdk/functions/slack-function.js";
import { SlackFunction as OurFunction } from "deno-slack-sdk/functions/slack-function.ts";
// @ts-types="@slack/deno-slack-sdk/schema/slack/schema_types.d.ts"
import TheirTypes from "@slack/deno-slack-sdk/schema/slack/schema_types.js";
import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import {
  dispatch,
  type FunctionModule,
  type InvocationPayload,
} from "../../emulator/slack/runtime/dispatch.ts";

type Client = Parameters<Parameters<typeof SlackFunction>[1]>[0]["client"];

const definition = DefineFunction({
  callback_id: "bell",
  title: "Bell",
  source_file: "bell.ts",
});

/** A function that says what it hears. */
function hearing(make: typeof TheirFunction) {
  const says = (what: string) => () => ({ what });
  const text = { type: "plain_text", text: "1" } as const;
  const options = [{ text, value: "1" }];
  return make(definition, () => ({ outputs: {} }))
    .addBlockActionsHandler("one", says("one"))
    .addBlockActionsHandler(["two", "three"], says("two or three"))
    .addBlockActionsHandler(/^many_/, says("one of many"))
    .addBlockActionsHandler({ action_id: "four", block_id: "here" }, says("4"))
    .addBlockSuggestionHandler("one", () => ({ options }))
    .addViewSubmissionHandler("form", says("a form"))
    .addViewClosedHandler(["form", "list"], says("a form that is closed"));
}

const pressed = (action_id: string, block_id = "there") => ({
  type: "block_actions",
  actions: [{ action_id, block_id }],
});

/** A function as Slack's runtime loads it, which knows nothing of its types. */
function loaded(handler: unknown): FunctionModule {
  return { default: handler } as FunctionModule;
}

/** What comes of an event, as Slack's runtime sees it. */
async function outcome(
  handler: unknown,
  body: InvocationPayload["body"],
): Promise<unknown> {
  const function_data = { function: { callback_id: "bell" }, inputs: {} };
  const payload = {
    body: { ...body, function_data },
    context: { bot_access_token: "xwfp-1", variables: {} },
  };
  try {
    return await dispatch(payload, () => loaded(handler), () => {});
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

Deno.test("Slack's own types are named as by Slack's own SDK", () => {
  const named = (types: object) => JSON.parse(JSON.stringify(types));
  assert.deepEqual(named(Schema.slack.types), named(TheirTypes));
});

Deno.test("a function hears what it hears with Slack's own SDK", async () => {
  const events = [
    pressed("one"),
    pressed("three"),
    pressed("many_4"),
    pressed("four", "here"),
    pressed("four"),
    pressed("five"),
    { type: "block_suggestion", action_id: "one" },
    { type: "block_suggestion", action_id: "two" },
    { type: "view_submission", view: { callback_id: "form" } },
    { type: "view_submission", view: { callback_id: "list" } },
    { type: "view_closed", view: { callback_id: "list" } },
  ];
  for (const unheard of [false, true]) {
    const [ours, theirs] = [OurFunction, TheirFunction].map(hearing);
    if (unheard) {
      for (const each of [ours, theirs]) {
        each?.addUnhandledEventHandler(() => ({ what: "unheard" }));
      }
    }
    for (const body of events) {
      assert.deepEqual(
        await outcome(ours, body),
        await outcome(theirs, body),
        JSON.stringify(body),
      );
    }
  }
});

Deno.test("a function calls Slack as Slack's own SDK does, and fails as it does", async () => {
  const calls: unknown[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname } = new URL(request.url);
      const named = ["authorization", "content-type"];
      const headers = named.map((name) => request.headers.get(name));
      calls.push([request.method, pathname, headers, await request.text()]);
      return pathname.endsWith("views.open")
        ? new Response("slow down", {
          status: 429,
          headers: { "retry-after": "7" },
        })
        : Response.json({ ok: true, ts: "1.2" });
    },
  );
  const origin = `http://127.0.0.1:${server.addr.port}/api/`;
  const talk = async (client: Client) => {
    const { toFetchResponse, ...said } = await client.apiCall(
      "chat.postMessage",
      { channel: "C1", blocks: [{ type: "divider" }], thread_ts: undefined },
    );
    const named = await client.chat.delete({ channel: "C1", ts: "1.2" });
    const other = await client.apiCall("auth.test", { token: "xoxp-2" });
    const hook = await client.response(`${origin}hook`, { text: "hi" });
    const failure = await client.apiCall("views.open").catch((
      { status, message, headers },
    ) => [status, message, headers.get("retry-after")]);
    const oks = [named, other, hook].map(({ ok }) => ok);
    return [said, toFetchResponse().status, oks, failure];
  };
  const heard = [];
  for (const make of [OurFunction, TheirFunction, SlackFunction]) {
    calls.length = 0;
    let said: unknown;
    const handler = make(definition, async ({ client }) => {
      said = await talk(client);
      return { completed: false };
    });
    const run = {
      type: "function_executed",
      function: { callback_id: "bell" },
      inputs: {},
    };
    await dispatch(
      {
        body: { event: run },
        context: {
          bot_access_token: "xwfp-1",
          variables: { SLACK_API_URL: origin },
        },
      },
      () => loaded(handler),
      () => {},
    );
    heard.push([said, [...calls]]);
  }
  await server.shutdown();
  const [ours, theirs, plain] = heard;
  assert.equal(calls.length, 5);
  assert.deepEqual(ours, theirs);
  assert.deepEqual(plain, theirs);
});
