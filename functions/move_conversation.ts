import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { moveAsked } from "../bridge/moving/move_asked.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const MoveConversationFunction = DefineFunction({
  callback_id: "move_conversation",
  title: "Move a conversation",
  description: "Gives a conversation a channel of its own, or takes it back",
  source_file: "functions/move_conversation.ts",
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

export default SlackFunction(MoveConversationFunction, async (context) => {
  const { user_id: by, conversation, deed, channel_id, message_ts } =
    context.inputs;
  // Only a button on a message tells both.
  if (!channel_id || !message_ts) return { outputs: {} };
  const at = { channel: channel_id, ts: message_ts };
  return await carriedOut(
    () => moveAsked(ends(context), { conversation, deed, by, at }),
    deed,
    channel_id,
    message_ts,
  );
});
