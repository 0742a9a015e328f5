import type { CarrierText, Ends, Known, Standing } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { standingOf } from "./do_not_disturb.ts";

/** The carrier knows whole seconds only: a text came at some moment of the one that it was noted in. */
const SECOND = 1000;

/** Which of a contact's texts are not to be shown: what came while they were on Do Not Disturb. */
export function isBlocked(
  { standing }: Pick<Known, "standing">,
  text: CarrierText,
): boolean {
  const end = text.createdAt + SECOND;
  return isBlockedNow(standing, text) ||
    standing.quiet.some(({ from, until }) => end > from && end <= until);
}

function isBlockedNow(
  { doNotDisturb }: Standing,
  { createdAt }: CarrierText,
): boolean {
  return doNotDisturb !== null && createdAt + SECOND > doNotDisturb.at;
}

/** Counts the texts that the present entry of the list keeps from being shown, once each. */
export async function countBlocked(
  { doNotDisturb }: Ends,
  { standing }: Pick<Known, "standing">,
  texts: CarrierText[],
): Promise<void> {
  const sids = texts.filter((text) => isBlockedNow(standing, text))
    .map(({ sid }) => sid);
  if (sids.length > 0) {
    await doNotDisturb.countBlocked(standing.contact, sids);
  }
}

/** The latest texts of a contact that were not shown, newest first, from the carrier's own record: nobody else has them. */
export async function blockedTexts(
  ends: Ends,
  contact: E164,
): Promise<{ standing: Standing; texts: CarrierText[] }> {
  const [standing, lines] = await Promise.all([
    standingOf(ends, contact),
    ends.lines.all(),
  ]);
  const listed = await Promise.all(
    lines.map(({ number }) => ends.carrier.textsFrom(contact, number)),
  );
  const texts = listed.flat()
    .filter((text) => isBlocked({ standing }, text))
    .sort((a, b) => b.createdAt - a.createdAt);
  return { standing, texts };
}
