import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import {
  findForStep,
  type FoundContact,
} from "../bridge/steps/contact_steps.ts";
import { allEnds } from "./all_ends.ts";
import { CONVERSATION, REASON, step } from "./step.ts";

const { string, boolean } = Schema.types;

export const FindContactFunction = DefineFunction({
  callback_id: "find_contact",
  title: "Find Contact",
  description: "Look up a contact and whether they may be texted",
  source_file: "functions/find_contact.ts",
  input_parameters: {
    properties: {
      contact: {
        type: string,
        title: "Phone number or name",
        description: "A number, or a name that only one contact has",
      },
      line: CONVERSATION.line,
    },
    required: ["contact"],
  },
  output_parameters: {
    properties: {
      found: { type: boolean, title: "Found" },
      reason: REASON,
      name: { type: string, title: "Name" },
      number: { type: string, title: "Phone number" },
      tags: { type: string, title: "Tags" },
      notes: { type: string, title: "Notes" },
      opted_out: { type: boolean, title: "Opted out" },
      do_not_disturb: { type: boolean, title: "Do Not Disturb" },
      link: { type: string, title: "Link to the conversation" },
    },
    required: ["found"],
  },
});

export default SlackFunction(FindContactFunction, async (context) => {
  const { contact, line } = context.inputs;
  return await step<FoundContact>(
    () => findForStep(allEnds(context), contact, line),
    (reason) => ({ found: false, reason }),
  );
});
