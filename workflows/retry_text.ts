import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { RetryTextFunction } from "../functions/retry_text.ts";

export const RetryTextWorkflow = DefineWorkflow({
  callback_id: "retry_text",
  title: "Retry text",
  description: "Started by the Retry button under a failed text",
  input_parameters: {
    properties: {
      channel_id: { type: Schema.slack.types.channel_id },
      thread_ts: { type: Schema.types.string },
      message_ts: { type: Schema.types.string },
      user_id: { type: Schema.slack.types.user_id },
    },
    required: ["thread_ts", "message_ts", "user_id"],
  },
});

RetryTextWorkflow.addStep(RetryTextFunction, {
  channel_id: RetryTextWorkflow.inputs.channel_id,
  thread_ts: RetryTextWorkflow.inputs.thread_ts,
  message_ts: RetryTextWorkflow.inputs.message_ts,
  user_id: RetryTextWorkflow.inputs.user_id,
});
