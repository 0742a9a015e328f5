import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { ExportContactsFunction } from "../functions/export_contacts.ts";

export const ExportContactsWorkflow = DefineWorkflow({
  callback_id: "export_contacts",
  title: "Export contacts",
  description: "Sends somebody a file with all contacts, or who opted out",
  input_parameters: {
    properties: {
      person: { type: Schema.slack.types.user_id },
      what: { type: Schema.types.string },
    },
    required: ["person"],
  },
});

ExportContactsWorkflow.addStep(ExportContactsFunction, {
  person: ExportContactsWorkflow.inputs.person,
  what: ExportContactsWorkflow.inputs.what,
});
