import type { SlackAPIClient } from "deno-slack-api/types.ts";
import type { HourlyEnds } from "../bridge/ports.ts";
import { WebApi } from "../bridge/slack/web_api.ts";
import { ContactImportTable } from "../datastores/contact_import.ts";
import { UsageTable } from "../datastores/usage.ts";
import { ends } from "./ends.ts";

/** The ends of a text, and the tables that are looked after every hour. */
export function hourlyEnds(
  context: { client: SlackAPIClient; env: Record<string, string> },
): HourlyEnds {
  const ofTexts = ends(context);
  const api = new WebApi(context.client, ofTexts.clock);
  return {
    ...ofTexts,
    contactImports: new ContactImportTable(api),
    usage: new UsageTable(api),
  };
}
