import * as z from "zod/mini";
import type { LedgerPage } from "../../consent/consent_ledger.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { mrkdwn, plain } from "../blocks.ts";
import { entryWords } from "./consent_form.ts";
import { buttons, input, modal, note, type View } from "./modal.ts";

/** The record of who opted out and in. @param said what has just come of a click. */
export function ledgerView(
  { entries, total, search, trouble }: LedgerPage,
  said?: string,
): View {
  const listed = entries.map((entry) => {
    const { contact, name, line } = entry;
    const number = formatForPeople(contact);
    const who = name ? `${shownText(name)} ${number}` : number;
    const where = line ? ` · line ${formatForPeople(line)}` : "";
    const text = mrkdwn(`${who}${where}\n${entryWords(entry)}`);
    return { type: "section", text };
  });
  const empty = trouble ??
    (search
      ? "Nothing is recorded of this number."
      : "Nobody has opted out or in yet.");
  return modal("Consent", [
    buttons([["export_consents", "Export as CSV"]]),
    ...(said ? [note(said)] : []),
    input("consent_search", "Phone number", {
      type: "plain_text_input",
      ...(search ? { initial_value: search } : {}),
      placeholder: plain("415 943 6084"),
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
    }, { dispatches: true, optional: true }),
    { type: "divider" },
    ...(listed.length > 0 ? listed : [{ type: "section", text: plain(empty) }]),
    ...(total > listed.length
      ? [
        note(`The latest ${listed.length} of ${total}; the file has them all.`),
      ]
      : []),
  ], { callback_id: "consent_ledger", submit: "Find", close: "Back" });
}

const State = z.object({
  consent_search: z.object({
    consent_search: z.object({ value: z.nullish(z.string()) }),
  }),
});

/** The number that is looked for. */
export function readLedgerSearch(values: unknown): string {
  return z.parse(State, values).consent_search.consent_search.value ?? "";
}
