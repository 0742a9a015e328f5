import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { heedSign } from "../bridge/team/heed_sign.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const HandleReactionFunction = DefineFunction({
  callback_id: "handle_reaction",
  title: "Handle reaction",
  description: "Solves a conversation, or puts it off until tomorrow",
  source_file: "functions/handle_reaction.ts",
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

export default SlackFunction(HandleReactionFunction, async (context) => {
  const { channel_id: channel, message_ts: ts, reaction, user_id: by } =
    context.inputs;
  return await carriedOut(
    () => heedSign(ends(context), { channel, ts }, reaction, by),
    channel,
    ts,
  );
});
