import type { SlackAPIClient } from "deno-slack-api/types.ts";
import type { AllEnds } from "../bridge/ports.ts";
import { SlackFiles } from "../bridge/slack/personal_files.ts";
import { WebApi } from "../bridge/slack/web_api.ts";
import { ContactImportTable } from "../datastores/contact_import.ts";
import { ContactIndex } from "../datastores/contact_index.ts";
import { Contacts } from "../datastores/contacts.ts";
import { UsageTable } from "../datastores/usage.ts";
import { ends } from "./ends.ts";

/** The ends of a text, and the tables and files that no text waits for: what has to do with texts alone goes without. */
export function allEnds(
  context: {
    client: SlackAPIClient;
    env: Record<string, string>;
    token: string;
  },
): AllEnds {
  const ofTexts = ends(context);
  const api = new WebApi(context.client, ofTexts.clock);
  return {
    ...ofTexts,
    contacts: new Contacts(api),
    contactIndex: new ContactIndex(api),
    contactImports: new ContactImportTable(api),
    files: new SlackFiles(api, context.token),
    usage: new UsageTable(api),
  };
}
