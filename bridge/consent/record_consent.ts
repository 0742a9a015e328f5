import { refreshCards } from "../places/refresh_cards.ts";
import type { CarrierText, Consent, Ends, Place, Standing } from "../ports.ts";
import { consentWord } from "../sms/consent.ts";
import type { E164 } from "../sms/e164.ts";

/** The carrier knows whole seconds only: a text came at some moment of the one that it was noted in. */
const SECOND = 1000;

/**
 * Records that a contact wants no texts any more, or wants them again: in the ledger, on their cards, and where every
 * text is checked. The last of these comes last, so that a run that dies is made good by the next that reads the same.
 * @param hasCard whether they may have a card; to look costs a call for each line.
 */
export async function recordConsent(
  ends: Ends,
  consent: Consent,
  hasCard = true,
): Promise<void> {
  const { contact, at, what } = consent;
  await ends.consents.add(consent);
  const optedOut = what === "opted out";
  if (hasCard) await refreshCards(ends, contact, { optedOut });
  await ends.conversations.saveConsent({ contact, optedOut, consentAt: at });
}

/**
 * Records what the carrier's refusal says of a contact: they have told it STOP, though we did not see it.
 * @param leftAt when the refused text left (milliseconds): what they have said since counts more.
 */
export async function recordRefusedByCarrier(
  ends: Ends,
  { line, contact }: Place,
  leftAt: number,
): Promise<void> {
  const [standing] = await ends.conversations.standings([contact]);
  if (!standing || standing.optedOut || standing.consentAt > leftAt) return;
  await recordConsent(ends, {
    contact,
    line,
    what: "opted out",
    how: "the carrier refused a text to them (21610)",
    by: null,
    at: ends.clock.now(),
  });
}

/** What the carrier says that it took a text as: an account may have keywords of its own. */
export interface Taken {
  sid: string;
  takenAs: "stop" | "start" | null;
}

/**
 * Acts on the last STOP or START among texts of a contact. A START of somebody who never opted out means nothing.
 * @param texts in the carrier's order.
 * @returns the contact's standing from now on.
 */
export async function settleConsent(
  ends: Ends,
  line: E164,
  standing: Standing,
  texts: CarrierText[],
  taken?: Taken,
): Promise<Standing> {
  const { contact, optedOut, consentAt } = standing;
  const last = texts.findLast((text) => wordOf(text, taken) !== null);
  if (!last) return standing;
  const isStop = wordOf(last, taken) === "stop";
  // Where the two cannot be told apart, no text is better than one too many.
  const isOld = isStop
    ? last.createdAt + SECOND <= consentAt
    : last.createdAt < consentAt;
  const at = last.createdAt;
  // Who says STOP again means it still: a START from between the two that is read later changes nothing.
  const isAgain = isStop && optedOut;
  if (isOld || isAgain && at <= consentAt || !isStop && !optedOut) {
    return standing;
  }
  await recordConsent(ends, {
    contact,
    line,
    what: isStop ? "opted out" : "opted in",
    how: consentWord(last.body)
      ? `they texted ${isStop ? "STOP" : "START"}`
      : `the carrier took a text of theirs as ${isStop ? "STOP" : "START"}`,
    by: null,
    at,
  }, !isAgain);
  return { ...standing, optedOut: isStop, consentAt: at };
}

function wordOf(
  { sid, body }: CarrierText,
  taken: Taken | undefined,
): "stop" | "start" | null {
  if (taken?.takenAs && taken.sid === sid) return taken.takenAs;
  const word = consentWord(body);
  return word === "help" ? null : word;
}
