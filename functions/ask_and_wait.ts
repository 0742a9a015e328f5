import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { askAndWait } from "../bridge/steps/ask_and_wait.ts";
import { ends } from "./ends.ts";
import { CONVERSATION, REASON, step } from "./step.ts";

const { string, number, boolean } = Schema.types;

export const AskAndWaitFunction = DefineFunction({
  callback_id: "ask_and_wait",
  title: "Ask and Wait",
  description: "Text a question, and go on when it is answered",
  source_file: "functions/ask_and_wait.ts",
  input_parameters: {
    properties: {
      ...CONVERSATION,
      question: {
        type: string,
        title: "Question",
        description: "At most 1,600 characters",
      },
      hours: {
        type: number,
        title: "Hours to wait",
        description: "At most 168, a week; 24 if empty",
      },
      channel_id: {
        type: Schema.slack.types.channel_id,
        title: "Channel",
        description:
          "Where a new conversation begins; the line's own channel if empty",
      },
    },
    required: ["number", "question"],
  },
  output_parameters: {
    properties: {
      answered: { type: boolean, title: "Answered" },
      answer: { type: string, title: "Answer" },
      timed_out: { type: boolean, title: "Timed out" },
      reason: REASON,
    },
    required: ["answered", "timed_out"],
  },
});

export default SlackFunction(AskAndWaitFunction, async (context) => {
  const { inputs, event: { function_execution_id: id } } = context;
  const refused = await step<string | null>(
    async () => {
      await askAndWait(ends(context), id, inputs);
      return null;
    },
    (reason) => reason,
  );
  if (refused.outputs === null) return { completed: false };
  const reason = refused.outputs;
  return { outputs: { answered: false, timed_out: false, reason } };
});
