import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { HandleReactionFunction } from "../functions/handle_reaction.ts";

export const HandleReactionWorkflow = DefineWorkflow({
  callback_id: "handle_reaction",
  title: "Handle reaction",
  description: "Started when somebody puts ✅ or ⏰ on a message",
  input_parameters: {
    properties: {
      channel_id: { type: Schema.slack.types.channel_id },
      message_ts: { type: Schema.types.string },
      reaction: { type: Schema.types.string },
      user_id: { type: Schema.slack.types.user_id },
    },
    required: ["channel_id", "message_ts", "reaction", "user_id"],
  },
});

HandleReactionWorkflow.addStep(HandleReactionFunction, {
  channel_id: HandleReactionWorkflow.inputs.channel_id,
  message_ts: HandleReactionWorkflow.inputs.message_ts,
  reaction: HandleReactionWorkflow.inputs.reaction,
  user_id: HandleReactionWorkflow.inputs.user_id,
});
