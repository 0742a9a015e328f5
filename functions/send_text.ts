import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { Outage, Refusal } from "../bridge/refusal.ts";
import { readRequest, sentOutputs } from "../bridge/steps/send_step.ts";
import { sendText } from "../bridge/texts/send_text.ts";
import { ends } from "./ends.ts";

export const SendTextFunction = DefineFunction({
  callback_id: "send_text",
  title: "Send Text",
  description: "Text a phone number from one of your lines",
  source_file: "functions/send_text.ts",
  input_parameters: {
    properties: {
      to: {
        type: Schema.types.string,
        title: "Phone number",
        description: "Who gets the text, such as +1 415 943 6084",
      },
      message: {
        type: Schema.types.string,
        title: "Message",
        description: "At most 1,600 characters",
      },
      line: {
        type: Schema.types.string,
        title: "Line",
        description: "Which of your numbers sends it; the first one if empty",
      },
      channel_id: {
        type: Schema.slack.types.channel_id,
        title: "Channel",
        description:
          "Where a new conversation begins; the line's own channel if empty",
      },
      sent_by: {
        type: Schema.slack.types.user_id,
        title: "Sent by",
        description: "The teammate in whose name it is sent",
      },
    },
    required: ["to", "message"],
  },
  output_parameters: {
    properties: {
      sent: { type: Schema.types.boolean, title: "Sent" },
      reason: { type: Schema.types.string, title: "Reason when not sent" },
      message_id: { type: Schema.types.string, title: "Message id" },
      status: { type: Schema.types.string, title: "Status" },
      link: { type: Schema.types.string, title: "Link to the thread" },
    },
    required: ["sent"],
  },
});

const UNCERTAIN =
  "Slack or Twilio did not answer. If the text stands in its conversation's thread, I will send it and mark it.";

export default SlackFunction(SendTextFunction, async (context) => {
  const both = ends(context);
  try {
    const id = context.event.function_execution_id;
    const request = await readRequest(both, id, context.inputs);
    const outcome = await sendText(both, request);
    return { outputs: await sentOutputs(both, outcome) };
  } catch (error) {
    // A workflow goes on with the reason; the person who asked is told.
    if (error instanceof Outage) {
      console.error(error.message);
      return { outputs: { sent: false, status: "unknown", reason: UNCERTAIN } };
    }
    if (!(error instanceof Refusal)) throw error;
    const { channel_id: channel, sent_by: by } = context.inputs;
    if (channel && by) await both.desk.tell({ channel }, by, error.sentence);
    return { outputs: { sent: false, reason: error.sentence } };
  }
});
