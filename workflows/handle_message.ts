import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { HandleMessageFunction } from "../functions/handle_message.ts";

export const HandleMessageWorkflow = DefineWorkflow({
  callback_id: "handle_message",
  title: "Handle message",
  description: "Started when something is posted in a connected channel",
  input_parameters: {
    properties: {
      channel_id: { type: Schema.slack.types.channel_id },
      message_ts: { type: Schema.types.string },
      thread_ts: { type: Schema.types.string },
      text: { type: Schema.types.string },
      user_id: { type: Schema.slack.types.user_id },
      bot_user_id: { type: Schema.slack.types.user_id },
    },
    required: ["channel_id", "message_ts", "bot_user_id"],
  },
});

HandleMessageWorkflow.addStep(HandleMessageFunction, {
  channel_id: HandleMessageWorkflow.inputs.channel_id,
  message_ts: HandleMessageWorkflow.inputs.message_ts,
  thread_ts: HandleMessageWorkflow.inputs.thread_ts,
  text: HandleMessageWorkflow.inputs.text,
  user_id: HandleMessageWorkflow.inputs.user_id,
  bot_user_id: HandleMessageWorkflow.inputs.bot_user_id,
});
