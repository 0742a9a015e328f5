import { type Errors, errorsByField } from "../form_errors.ts";
import type { Consent, Ends, Standing } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { nameOf, standingOf } from "./do_not_disturb.ts";
import { recordConsent } from "./record_consent.ts";

const TRY_AGAIN =
  "Slack is slow to answer, and I cannot tell whether this is done. Please try again: it is not done twice.";

/** How a contact stands, and what is recorded of them, newest first. */
export async function consentOf(
  ends: Ends,
  contact: E164,
): Promise<{ standing: Standing; entries: Consent[] }> {
  const [standing, entries] = await Promise.all([
    standingOf(ends, contact),
    ends.consents.of(contact),
  ]);
  return { standing, entries: entries.reverse() };
}

/** Records by hand what a contact has told somebody of the team; or says under the reason why not. */
export async function markByHand(
  ends: Ends,
  { contact, line, what, why }: Pick<Consent, "contact" | "line" | "what"> & {
    why: string;
  },
  by: string,
): Promise<Errors | { done: true }> {
  return await errorsByField("why", TRY_AGAIN, async () => {
    const [standing, names] = await Promise.all([
      standingOf(ends, contact),
      ends.desk.names([by]),
    ]);
    if (standing.optedOut === (what === "opted out")) {
      throw new Refusal(
        `${nameOf(standing)} is marked as ${what} already.`,
        "Nothing was changed.",
      );
    }
    await recordConsent(ends, {
      contact,
      line,
      what,
      how: why.trim() || "a teammate marked them, and gave no reason",
      by: names.get(by) ?? "a teammate",
      at: ends.clock.now(),
    });
    return { done: true };
  });
}
