import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { ClerkFunction } from "../functions/dashboard/dashboard.ts";
import { DeliverTextFunction } from "../functions/deliver_text.ts";

export const ClerkWorkflow = DefineWorkflow({
  callback_id: "clerk",
  title: "Clerk",
  description: "Text people, and see who is waiting for an answer",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel_id: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity"],
  },
});

const dashboard = ClerkWorkflow.addStep(ClerkFunction, {
  interactivity: ClerkWorkflow.inputs.interactivity,
  channel_id: ClerkWorkflow.inputs.channel_id,
});

ClerkWorkflow.addStep(DeliverTextFunction, {
  channel_id: dashboard.outputs.channel_id,
  thread_ts: dashboard.outputs.thread_ts,
  message_ts: dashboard.outputs.message_ts,
  user_id: dashboard.outputs.user_id,
});
