import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { exportConsent } from "../bridge/exports/export_consent.ts";
import { exportContacts } from "../bridge/exports/export_contacts.ts";
import { allEnds } from "./all_ends.ts";
import { carriedOut } from "./carried_out.ts";

export const ExportContactsFunction = DefineFunction({
  callback_id: "export_contacts",
  title: "Export contacts",
  description: "Sends somebody a file with all contacts, or who opted out",
  source_file: "functions/export_contacts.ts",
  input_parameters: {
    properties: {
      person: { type: Schema.slack.types.user_id },
      what: {
        type: Schema.types.string,
        description: "`contacts`, or else `consent`",
      },
    },
    required: ["person"],
  },
});

export default SlackFunction(ExportContactsFunction, async (context) => {
  const { person, what } = context.inputs;
  const send = what === "consent" ? exportConsent : exportContacts;
  return await carriedOut(() => send(allEnds(context), person), person);
});
