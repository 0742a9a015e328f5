/** A function as an app has it: the real SDK, one handler, and everything that Slack's machines forbid. */
export const PROBE = `
import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";
const definition = DefineFunction({
  callback_id: "probe",
  title: "Probe",
  source_file: "functions/probe.ts",
  input_parameters: {
    properties: { wish: { type: Schema.types.string } },
    required: ["wish"],
  },
  output_parameters: {
    properties: { heard: { type: Schema.types.string } },
    required: ["heard"],
  },
});
export default SlackFunction(definition, async ({ inputs, client, env }) => {
  console.log("wish: " + inputs.wish);
  if (inputs.wish === "env") Deno.env.get("HOME");
  if (inputs.wish === "file") await Deno.readTextFile("/etc/hostname");
  if (inputs.wish === "other host") await fetch("http://example.com/");
  if (inputs.wish === "subprocess") new Deno.Command("ls").outputSync();
  if (inputs.wish === "error") return { error: "no luck" };
  if (inputs.wish === "later") return { completed: false };
  if (inputs.wish === "die") Deno.exit(3);
  const { user_id } = await client.auth.test({});
  return { outputs: { heard: user_id + " " + env.GREETING } };
}).addBlockActionsHandler("press", ({ action }) => {
  console.log("pressed " + action.action_id);
}).addViewSubmissionHandler("form", ({ view }) => ({
  response_action: "errors",
  errors: { number: view.private_metadata },
}));
`;

/** One call that reached the stub. */
export interface Call {
  method: string;
  token: string | null;
  form: Record<string, string>;
}

/** As much of Slack as a function's end needs. */
export function slackStub(calls: Call[]) {
  return async (request: Request): Promise<Response> => {
    calls.push({
      method: new URL(request.url).pathname.replace("/api/", ""),
      token: request.headers.get("authorization"),
      form: Object.fromEntries(new URLSearchParams(await request.text())),
    });
    return Response.json({ ok: true, user_id: "U0BOT" });
  };
}

/** The order to run the probe. */
export function runOf(wish: string, slackApiUrl: string) {
  return {
    callback_id: "probe",
    source_file: "functions/probe.ts",
    payload: {
      body: {
        event: {
          type: "function_executed",
          function: { callback_id: "probe" },
          function_execution_id: "Fx01",
          inputs: { wish },
          bot_access_token: "xwfp-1",
        },
      },
      context: {
        team_id: "T01",
        bot_access_token: "",
        variables: { SLACK_API_URL: slackApiUrl, GREETING: "hello" },
      },
    },
  };
}

function eventOf(body: Record<string, unknown>) {
  return {
    callback_id: "probe",
    source_file: "functions/probe.ts",
    payload: {
      body: {
        ...body,
        bot_access_token: "xwfp-2",
        function_data: {
          execution_id: "Fx01",
          function: { callback_id: "probe" },
          inputs: { wish: "later" },
        },
      },
      context: { team_id: "T01", variables: {} },
    },
  };
}

export const press = eventOf({
  type: "block_actions",
  actions: [{ type: "button", block_id: "b", action_id: "press" }],
});
export const pressOfNobody = eventOf({
  type: "block_actions",
  actions: [{ type: "button", block_id: "b", action_id: "unheard" }],
});
export const submission = eventOf({
  type: "view_submission",
  view: { callback_id: "form", private_metadata: "is wrong" },
});
