import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { exportContacts } from "../bridge/export_contacts.ts";
import { carriedOut } from "./carried_out.ts";
import { allEnds } from "./all_ends.ts";

export const ExportContactsFunction = DefineFunction({
  callback_id: "export_contacts",
  title: "Export contacts",
  description: "Sends somebody a file with all contacts",
  source_file: "functions/export_contacts.ts",
  input_parameters: {
    properties: { person: { type: Schema.slack.types.user_id } },
    required: ["person"],
  },
});

export default SlackFunction(ExportContactsFunction, async (context) => {
  const { person } = context.inputs;
  return await carriedOut(
    () => exportContacts(allEnds(context), person),
    person,
  );
});
