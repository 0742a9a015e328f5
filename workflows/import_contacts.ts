import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { ImportContactsFunction } from "../functions/import_contacts.ts";

export const ImportContactsWorkflow = DefineWorkflow({
  callback_id: "import_contacts",
  title: "Import contacts",
  description: "Takes contacts in, some at a time",
});

ImportContactsWorkflow.addStep(ImportContactsFunction, {});
