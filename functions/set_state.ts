import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { setStateForStep } from "../bridge/steps/work_steps.ts";
import { ends } from "./ends.ts";
import { CONVERSATION, REASON, step } from "./step.ts";

export const SetStateFunction = DefineFunction({
  callback_id: "set_state",
  title: "Set State",
  description: "Open, put off, solve or close a text conversation",
  source_file: "functions/set_state.ts",
  input_parameters: {
    properties: {
      ...CONVERSATION,
      state: {
        type: Schema.types.string,
        title: "State",
        description: "new, open, pending, solved or closed",
      },
      hours: {
        type: Schema.types.number,
        title: "Hours until it comes back",
        description: "For a pending one; if empty, it waits for the contact",
      },
    },
    required: ["number", "state"],
  },
  output_parameters: {
    properties: {
      done: { type: Schema.types.boolean, title: "Done" },
      reason: REASON,
    },
    required: ["done"],
  },
});

export default SlackFunction(SetStateFunction, async (context) => {
  const { state, hours, ...named } = context.inputs;
  return await step<{ done: boolean; reason?: string }>(
    async () => {
      await setStateForStep(ends(context), named, state, hours);
      return { done: true };
    },
    (reason) => ({ done: false, reason }),
  );
});
