import type { SlackAPIClient } from "deno-slack-api/types.ts";
import type { AllEnds } from "../bridge/ports.ts";
import { SlackFiles } from "../bridge/slack/personal_files.ts";
import { WebApi } from "../bridge/slack/web_api.ts";
import { ContactIndex } from "../datastores/contact_index.ts";
import { Contacts } from "../datastores/contacts.ts";
import { hourlyEnds } from "./hourly_ends.ts";

/** The ends of a text, and the tables and files that no text waits for: what has to do with texts alone goes without. */
export function allEnds(
  context: {
    client: SlackAPIClient;
    env: Record<string, string>;
    token: string;
  },
): AllEnds {
  const hourly = hourlyEnds(context);
  const api = new WebApi(context.client, hourly.clock);
  return {
    ...hourly,
    contacts: new Contacts(api),
    contactIndex: new ContactIndex(api),
    files: new SlackFiles(api, context.token),
  };
}
