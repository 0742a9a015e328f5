import { refreshCards } from "../places/refresh_cards.ts";
import type { Disturbance, Ends, Standing } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { formatForPeople } from "../sms/readable_number.ts";

/**
 * Puts a contact on Do Not Disturb: nothing they text is shown, and nothing is texted to them. Their cards say so, and
 * are unpinned: nobody is to answer them. A writer that died half-way is made good by whoever adds them again.
 * @throws Refusal naming who did it before, however shortly.
 */
export async function disturbNoMore(
  ends: Ends,
  contact: E164,
  entry: Disturbance,
): Promise<void> {
  const { conversations, doNotDisturb } = ends;
  const [listed, standing] = await Promise.all([
    doNotDisturb.find(contact),
    standingOf(ends, contact),
  ]);
  if (listed && !isOver(standing, listed)) {
    await assertCopy(ends, standing, listed);
    throw alreadyListed(standing, listed);
  }
  await doNotDisturb.save(contact, entry);
  await conversations.saveDoNotDisturb(contact, entry);
  // Somebody may have added them at the same moment: the list says whose entry stands.
  const stands = await doNotDisturb.find(contact) ?? entry;
  const isMine = isSame(stands, entry);
  if (!isMine) await conversations.saveDoNotDisturb(contact, stands);
  await refreshCards(
    ends,
    contact,
    { doNotDisturb: stands },
    (conversation) => ends.desk.unpin(conversation),
  );
  if (!isMine) throw alreadyListed(standing, stands);
}

/**
 * Takes a contact off the list. What they texted meanwhile stays where it is, at the carrier: only what comes from now on
 * is shown. The copy is first, and says which entry is over, so that nobody can write that entry down again.
 * @throws Refusal when they are not on the list.
 */
export async function disturbAgain(ends: Ends, contact: E164): Promise<void> {
  const { clock, conversations, doNotDisturb } = ends;
  const [listed, standing] = await Promise.all([
    doNotDisturb.find(contact),
    standingOf(ends, contact),
  ]);
  const entry = listed ?? standing.doNotDisturb;
  const isListed = entry !== null && !isOver(standing, entry);
  if (isListed) {
    const span = { from: entry.at, until: clock.now() };
    await conversations.endDoNotDisturb(contact, [...standing.quiet, span]);
  }
  if (listed) await doNotDisturb.remove(contact);
  await refreshCards(ends, contact, { doNotDisturb: null });
  if (isListed) return;
  throw new Refusal(
    `${nameOf(standing)} is not on Do Not Disturb any more.`,
    "Somebody else has taken them off.",
  );
}

/** Writes an entry of the list where texts are checked by it, if it is not there as it should be. */
export async function assertCopy(
  { conversations }: Ends,
  { contact, doNotDisturb }: Standing,
  listed: Disturbance,
): Promise<void> {
  if (doNotDisturb && isSame(doNotDisturb, listed)) return;
  await conversations.saveDoNotDisturb(contact, listed);
}

/** Whether an entry that still stands in the list has been taken off: whoever did so died on the way. */
export function isOver({ quiet }: Standing, { at }: Disturbance): boolean {
  return quiet.some(({ from }) => from === at);
}

/** What is known of one contact. */
export async function standingOf(
  { conversations }: Ends,
  contact: E164,
): Promise<Standing> {
  const [standing] = await conversations.standings([contact]);
  if (!standing) throw new TypeError("a contact without a standing");
  return standing;
}

/** What a contact is called. */
export function nameOf({ name, contact }: Standing): string {
  return name || formatForPeople(contact);
}

function isSame(a: Disturbance, b: Disturbance): boolean {
  return a.by === b.by && a.at === b.at && a.why === b.why;
}

function alreadyListed(
  standing: Standing,
  { by, why }: Disturbance,
): Refusal {
  const reason = why ? ` (“${why}”)` : "";
  return new Refusal(
    `${
      nameOf(standing)
    } is on the list already: ${by} put them there${reason}.`,
    "Nothing was changed.",
  );
}
