import { drawCard, factsOf } from "./change_work.ts";
import type { Ends, Place } from "./ports.ts";
import { messageKey } from "./sms/place.ts";
import { GLANCE, SETTLED } from "./timing.ts";

/** The most cards that one catch-up draws for this in a channel. */
const AT_ONCE = 15;

/**
 * Gives cards the link that opens their thread: nobody knows its address before they stand, and no text waits for it.
 * Whoever changed a card meanwhile is not written over.
 */
export async function linkCards(ends: Ends, cards: Place[]): Promise<void> {
  const drawn: { place: Place; facts: string }[] = [];
  for (const place of cards.slice(0, AT_ONCE)) {
    const facts = await draw(ends, place, "");
    if (facts !== null) drawn.push({ place, facts });
  }
  if (drawn.length === 0) return;
  await ends.clock.sleep(Math.max(GLANCE, SETTLED));
  for (const { place, facts } of drawn) await draw(ends, place, facts);
}

/** @param before what it shows already. @returns what it shows now; null when it is nobody's card any more. */
async function draw(
  ends: Ends,
  { line, contact, channel, ts }: Place,
  before: string,
): Promise<string | null> {
  const known = await ends.conversations.find(line, contact);
  const { conversation, rules } = known;
  if (!conversation || rules.address === "") return null;
  const isIt = messageKey(conversation.channel, conversation.ts) ===
    messageKey(channel, ts);
  if (!isIt) return null;
  const facts = factsOf(known);
  if (facts !== before) await drawCard(ends, conversation, known);
  return facts;
}
