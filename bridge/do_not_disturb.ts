import type { CarrierText, Disturbance, Ends, Known } from "./ports.ts";
import { refreshCards } from "./refresh_cards.ts";
import { Refusal } from "./refusal.ts";
import type { E164 } from "./sms/e164.ts";

/** Puts a contact on Do Not Disturb: nothing they text is shown, and nothing is texted to them. */
export async function disturbNoMore(
  ends: Ends,
  contact: E164,
  entry: Disturbance,
): Promise<void> {
  const { conversations, doNotDisturb } = ends;
  const { doNotDisturb: standing } = await standingOf(ends, contact);
  if (standing) {
    throw new Refusal(
      `${contact} is on the list already: ${standing.by} put them there.`,
      "Nothing was changed.",
    );
  }
  await doNotDisturb.save(contact, entry);
  await conversations.saveDoNotDisturb(contact, entry);
  await refreshCards(ends, contact, { doNotDisturb: entry });
}

/** Takes a contact off the list. What they texted meanwhile stays where it is: at the carrier. */
export async function disturbAgain(ends: Ends, contact: E164): Promise<void> {
  const { conversations, doNotDisturb } = ends;
  await conversations.saveDoNotDisturb(contact, null);
  await doNotDisturb.remove(contact);
  await refreshCards(ends, contact, { doNotDisturb: null });
}

/** Which of a contact's texts are not to be shown: what came after they were put on the list. */
export function isBlocked(
  { standing: { doNotDisturb } }: Pick<Known, "standing">,
  { createdAt }: CarrierText,
): boolean {
  // The carrier knows whole seconds only.
  return doNotDisturb !== null && createdAt + 1000 > doNotDisturb.at;
}

/** Counts texts that are not shown, once each, and never looks at them again. */
export async function countBlocked(
  { conversations, doNotDisturb }: Ends,
  line: E164,
  { standing: { contact }, before }: Pick<Known, "standing" | "before">,
  blocked: CarrierText[],
): Promise<void> {
  const sids = blocked.map(({ sid }) => sid)
    .filter((sid) => !before.includes(sid));
  if (sids.length === 0) return;
  await doNotDisturb.countBlocked(contact, sids);
  await conversations.saveShown({ line, contact, shown: [...before, ...sids] });
}

async function standingOf({ conversations }: Ends, contact: E164) {
  const [standing] = await conversations.standings([contact]);
  if (!standing) throw new TypeError("a contact without a standing");
  return standing;
}
