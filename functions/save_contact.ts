import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { saveForStep } from "../bridge/steps/contact_steps.ts";
import { allEnds } from "./all_ends.ts";
import { REASON, step } from "./step.ts";

export const SaveContactFunction = DefineFunction({
  callback_id: "save_contact",
  title: "Save Contact",
  description: "Add a contact, or change the one with this number",
  source_file: "functions/save_contact.ts",
  input_parameters: {
    properties: {
      number: {
        type: Schema.types.string,
        title: "Phone number",
        description: "Their number, such as +1 415 943 6084",
      },
      name: {
        type: Schema.types.string,
        title: "Name",
        description: "Needed for a new contact; left as it is if empty",
      },
      tags: {
        type: Schema.types.string,
        title: "Tags",
        description: "With commas between them; left as they are if empty",
      },
      notes: {
        type: Schema.types.string,
        title: "Notes",
        description: "Left as they are if empty",
      },
    },
    required: ["number"],
  },
  output_parameters: {
    properties: {
      saved: { type: Schema.types.boolean, title: "Saved" },
      reason: REASON,
      number: { type: Schema.types.string, title: "Phone number" },
    },
    required: ["saved"],
  },
});

export default SlackFunction(SaveContactFunction, async (context) => {
  return await step<{ saved: boolean; reason?: string; number?: string }>(
    async () => {
      const number = await saveForStep(allEnds(context), context.inputs);
      return { saved: true, number };
    },
    (reason) => ({ saved: false, reason }),
  );
});
