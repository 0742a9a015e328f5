import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { deliverShown } from "../bridge/texts/deliver_shown.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const DeliverTextFunction = DefineFunction({
  callback_id: "deliver_text",
  title: "Deliver text",
  description:
    "Takes a text that stands in a thread to the phone, also once more after it failed",
  source_file: "functions/deliver_text.ts",
  input_parameters: {
    properties: {
      channel_id: { type: Schema.slack.types.channel_id },
      thread_ts: { type: Schema.types.string },
      message_ts: { type: Schema.types.string },
      user_id: { type: Schema.slack.types.user_id },
      attempt: {
        type: Schema.types.string,
        description: "Which failure of the text is to be made good",
      },
    },
    required: ["thread_ts", "message_ts", "user_id"],
  },
});

export default SlackFunction(DeliverTextFunction, async (context) => {
  const { channel_id, thread_ts, message_ts, user_id, attempt } =
    context.inputs;
  if (!channel_id) return { outputs: {} };
  return await carriedOut(
    () =>
      deliverShown(ends(context), {
        spot: { channel: channel_id, ts: message_ts },
        threadTs: thread_ts,
        by: user_id,
        retryOf: attempt ?? null,
      }),
    channel_id,
    message_ts,
  );
});
