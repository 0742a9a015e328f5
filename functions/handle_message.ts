import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { compareTs } from "../bridge/sms/place.ts";
import { textPost } from "../bridge/texts/text_post.ts";
import { textReply } from "../bridge/texts/text_reply.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const HandleMessageFunction = DefineFunction({
  callback_id: "handle_message",
  title: "Handle message",
  description:
    "Texts a reply in a conversation's place, or what a send line asks for",
  source_file: "functions/handle_message.ts",
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

export default SlackFunction(HandleMessageFunction, async (context) => {
  const { channel_id: channel, user_id: author, bot_user_id, text = "" } =
    context.inputs;
  // The trigger's filter keeps the app's own posts out; a text sent to oneself for ever would be too dear a mistake.
  if (!author || author === bot_user_id) return { outputs: {} };
  const { ts, threadTs } = position(context.inputs);
  const both = ends(context, bot_user_id);
  const post = { channel, ts, text, author };
  return await carriedOut(
    () =>
      threadTs ? textReply(both, { ...post, threadTs }) : textPost(both, post),
    channel,
    ts,
  );
});

/**
 * Which of the two is the parent is disputed (https://github.com/slackapi/deno-slack-sdk/issues/485); it is always the
 * earlier one.
 */
function position(
  { message_ts, thread_ts }: { message_ts: string; thread_ts?: string },
): { ts: string; threadTs?: string } {
  if (!thread_ts || thread_ts === message_ts) return { ts: message_ts };
  return compareTs(message_ts, thread_ts) > 0
    ? { ts: message_ts, threadTs: thread_ts }
    : { ts: thread_ts, threadTs: message_ts };
}
