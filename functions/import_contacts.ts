import { DefineFunction, SlackFunction } from "deno-slack-sdk/mod.ts";
import { importContacts } from "../bridge/contacts/import_contacts.ts";
import { Outage } from "../bridge/refusal.ts";
import { importProgress } from "../bridge/slack/views/import_form.ts";
import { allEnds } from "./all_ends.ts";
import { carriedOut } from "./carried_out.ts";
import { windows } from "./ends.ts";

export const ImportContactsFunction = DefineFunction({
  callback_id: "import_contacts",
  title: "Import contacts",
  description: "Takes the next contacts of the import that is under way",
  source_file: "functions/import_contacts.ts",
});

export default SlackFunction(ImportContactsFunction, async (context) => {
  return await carriedOut(() =>
    importContacts(allEnds(context), async (view, progress) => {
      try {
        await windows(context).update(view, importProgress(progress));
      } catch (error) {
        // They have closed it; the report comes as a message.
        if (!(error instanceof Outage)) throw error;
      }
    })
  );
});
