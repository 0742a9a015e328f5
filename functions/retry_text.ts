import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { retryText } from "../bridge/retry_text.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const RetryTextFunction = DefineFunction({
  callback_id: "retry_text",
  title: "Retry text",
  description: "Sends a text that failed once more",
  source_file: "functions/retry_text.ts",
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

export default SlackFunction(RetryTextFunction, async (context) => {
  const { channel_id, thread_ts, message_ts, user_id } = context.inputs;
  if (!channel_id) return { outputs: {} };
  const botUser = (await context.client.auth.test()).user_id;
  return await carriedOut(
    () =>
      retryText(ends(context, botUser), {
        spot: { channel: channel_id, ts: message_ts },
        threadTs: thread_ts,
        by: user_id,
      }),
    channel_id,
    message_ts,
  );
});
