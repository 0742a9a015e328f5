import type { CarrierText, Consent, Ends, Place, Standing } from "./ports.ts";
import { refreshCards } from "./refresh_cards.ts";
import { consentWord } from "./sms/consent.ts";
import type { E164 } from "./sms/e164.ts";

/**
 * Records that a contact wants no texts any more, or wants them again: in the ledger, on their cards, and where every
 * text is checked. The last of these comes last, so that a run that dies is made good by the next that reads the same.
 */
export async function recordConsent(
  ends: Ends,
  consent: Consent,
): Promise<void> {
  const { contact, at, what } = consent;
  await ends.consents.add(consent);
  const optedOut = what === "opted out";
  await refreshCards(ends, contact, { optedOut });
  await ends.conversations.saveConsent({ contact, optedOut, consentAt: at });
}

/** Records what the carrier's refusal says of a contact: they have told it STOP, though we did not see it. */
export async function recordRefusedByCarrier(
  ends: Ends,
  { line, contact }: Place,
): Promise<void> {
  await recordConsent(ends, {
    contact,
    line,
    what: "opted out",
    how: "the carrier refused a text to them (21610)",
    by: null,
    at: ends.clock.now(),
  });
}

/**
 * Acts on the last STOP or START among texts of a contact. A START of somebody who never opted out means nothing.
 * @param texts in the carrier's order.
 * @param stopped SIDs that the carrier itself took as STOP, whatever their words.
 */
export async function settleConsent(
  ends: Ends,
  line: E164,
  { contact, optedOut, consentAt }: Standing,
  texts: CarrierText[],
  stopped: string[] = [],
): Promise<void> {
  const last = texts.findLast((text) => wordOf(text, stopped) !== null);
  if (!last || last.createdAt < consentAt) return;
  const word = wordOf(last, stopped);
  if ((word === "stop") === optedOut) return;
  await recordConsent(ends, {
    contact,
    line,
    what: word === "stop" ? "opted out" : "opted in",
    how: `they texted ${word === "stop" ? "STOP" : "START"}`,
    by: null,
    at: last.createdAt,
  });
}

function wordOf(
  { sid, body }: CarrierText,
  stopped: string[],
): "stop" | "start" | null {
  if (stopped.includes(sid)) return "stop";
  const word = consentWord(body);
  return word === "help" ? null : word;
}
