import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";

export const NoteFunction = DefineFunction({
  callback_id: "note",
  title: "Note",
  source_file: "note.ts",
  input_parameters: {
    properties: {
      text: { type: Schema.types.string },
      channel: { type: Schema.slack.types.channel_id },
      times: { type: Schema.types.integer },
    },
    required: ["text", "channel"],
  },
  output_parameters: {
    properties: { ts: { type: Schema.types.string } },
    required: ["ts"],
  },
});

export default SlackFunction(NoteFunction, async ({ inputs, client }) => {
  if (inputs.text === "fail") throw new Error("as it was told");
  if (inputs.text === "sleep") return { completed: false };
  const posted = await client.chat.postMessage({
    channel: inputs.channel,
    text: inputs.text,
  });
  if (!posted.ok) return { error: `${posted.error}` };
  return { outputs: { ts: posted.ts } };
});
