import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";
import { dashboardView } from "../../bridge/slack/views/dashboard.ts";
import { overview } from "../../bridge/team/overview.ts";
import { ends } from "../ends.ts";
import { openFilled } from "./fill.ts";

export const ClerkFunction = DefineFunction({
  callback_id: "clerk",
  title: "Clerk dashboard",
  description: "Who waits for an answer, and a form to text someone",
  source_file: "functions/clerk.ts",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel_id: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity"],
  },
  output_parameters: {
    properties: {
      channel_id: { type: Schema.slack.types.channel_id },
      thread_ts: { type: Schema.types.string },
      message_ts: { type: Schema.types.string },
      user_id: { type: Schema.slack.types.user_id },
    },
    required: ["channel_id", "thread_ts", "message_ts", "user_id"],
  },
});

/** Opens the dashboard. */
export const dashboard = SlackFunction(ClerkFunction, async (context) => {
  const { interactivity_pointer: pointer } = context.inputs.interactivity;
  await openFilled(context, pointer, "Clerk", async () => {
    const both = ends(context);
    return dashboardView(await overview(both), both.clock.now());
  });
  // The dashboard's buttons and forms live as long as this function is not completed.
  return { completed: false };
});

/** What the dashboard's views are heard with: each of its parts adds what it hears. */
export type Dashboard = typeof dashboard;
