import * as z from "zod/mini";
import type { Consent, Standing } from "../../ports.ts";
import { type E164, isE164 } from "../../sms/e164.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { moment, mrkdwn, plain } from "../blocks.ts";
import { Under } from "./under.ts";
import { input, modal, note, type View } from "./modal.ts";

/** How many entries of the ledger the form shows. */
const SHOWN = 8;

/**
 * The form that marks a contact as opted out, or in again, and shows what is recorded of them.
 * @param line whose card it is about; null where it is about no card.
 * @param under the list that lies under it, if there is one.
 */
export function consentForm(
  line: E164 | null,
  { contact, name, optedOut }: Standing,
  entries: Consent[],
  under?: Under,
): View {
  const number = formatForPeople(contact);
  const who = name ? `*${shownText(name)}* (${number})` : number;
  const words = optedOut
    ? `${who} is opted out: nothing can be texted to them.\nMark them as opted in only if they have asked for texts ` +
      `again. If they have texted STOP, the carrier still refuses every text until they text START${
        line ? " to this line" : ""
      }.`
    : `${who} may be texted.\nMark them as opted out if they want no more texts: every text to them is then refused, ` +
      "until they text START or somebody marks them as opted in.";
  return modal("Consent", [
    { type: "section", text: mrkdwn(words) },
    input("why", "How do you know?", {
      type: "plain_text_input",
      max_length: 200,
      placeholder: plain("They asked on the phone"),
    }, { optional: true, hint: "It stands in the record with your name." }),
    { type: "divider" },
    ...(entries.length > 0
      ? entries.slice(0, SHOWN).map((entry) => note(entryWords(entry)))
      : [note("Nothing is recorded of them yet.")]),
  ], {
    callback_id: "consent_form",
    submit: optedOut ? "Mark as opted in" : "Mark as opted out",
    memory: {
      line,
      contact,
      what: optedOut ? "opted in" : "opted out",
      under,
    },
  });
}

/** One entry of the ledger: what, when, who and how. */
export function entryWords({ what, at, by, how }: Consent): string {
  const who = by ? ` by ${shownText(by)}` : "";
  return `*${what}* ${moment(at)}${who}: ${shownText(how)}`;
}

const Number = z.custom<E164>((value) =>
  typeof value === "string" && isE164(value)
);
const Memory = z.object({
  line: z.nullable(Number),
  contact: Number,
  what: z.enum(["opted out", "opted in"]),
  under: z.optional(Under),
});
const State = z.object({
  why: z.object({ why: z.object({ value: z.nullish(z.string()) }) }),
});

/** Whom the form marks as what, and how somebody knows. */
export function readConsentForm(
  values: unknown,
  memory: string | undefined,
): z.infer<typeof Memory> & { why: string } {
  const { why } = z.parse(State, values);
  const marked = z.parse(Memory, JSON.parse(memory ?? "{}"));
  return { ...marked, why: why.why.value ?? "" };
}
