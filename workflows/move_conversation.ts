import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { MoveConversationFunction } from "../functions/move_conversation.ts";

export const MoveConversationWorkflow = DefineWorkflow({
  callback_id: "move_conversation",
  title: "Move a conversation",
  description: "Started by the buttons that decide where a conversation is",
  input_parameters: {
    properties: {
      user_id: { type: Schema.slack.types.user_id },
      channel_id: { type: Schema.slack.types.channel_id },
      message_ts: { type: Schema.types.string },
      conversation: { type: Schema.types.string },
      deed: { type: Schema.types.string },
    },
    required: ["user_id", "conversation", "deed"],
  },
});

MoveConversationWorkflow.addStep(MoveConversationFunction, {
  user_id: MoveConversationWorkflow.inputs.user_id,
  channel_id: MoveConversationWorkflow.inputs.channel_id,
  message_ts: MoveConversationWorkflow.inputs.message_ts,
  conversation: MoveConversationWorkflow.inputs.conversation,
  deed: MoveConversationWorkflow.inputs.deed,
});
