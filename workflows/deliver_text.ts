import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { DeliverTextFunction } from "../functions/deliver_text.ts";

export const DeliverTextWorkflow = DefineWorkflow({
  callback_id: "deliver_text",
  title: "Deliver text",
  description: "Started by the Retry button under a failed text",
  input_parameters: {
    properties: {
      channel_id: { type: Schema.slack.types.channel_id },
      thread_ts: { type: Schema.types.string },
      message_ts: { type: Schema.types.string },
      user_id: { type: Schema.slack.types.user_id },
      attempt: { type: Schema.types.string },
    },
    required: ["thread_ts", "message_ts", "user_id", "attempt"],
  },
});

DeliverTextWorkflow.addStep(DeliverTextFunction, {
  channel_id: DeliverTextWorkflow.inputs.channel_id,
  thread_ts: DeliverTextWorkflow.inputs.thread_ts,
  message_ts: DeliverTextWorkflow.inputs.message_ts,
  user_id: DeliverTextWorkflow.inputs.user_id,
  attempt: DeliverTextWorkflow.inputs.attempt,
});
