import { drawCard } from "../places/change_work.ts";
import type { Ends, Place } from "../ports.ts";
import { messageKey } from "../sms/place.ts";

/** The most cards that one catch-up draws for this in a channel. */
const AT_ONCE = 15;

/** Gives cards the link that opens their thread: nobody knows its address before they stand, and no text waits for it. */
export async function linkCards(
  ends: Ends,
  cards: Place[],
): Promise<void> {
  for (const { line, contact, channel, ts } of cards.slice(0, AT_ONCE)) {
    const known = await ends.conversations.find(line, contact);
    const { conversation, rules } = known;
    const isIt = conversation &&
      messageKey(conversation.channel, conversation.ts) ===
        messageKey(channel, ts);
    if (!isIt || rules.address === "") continue;
    await drawCard(ends, conversation, known);
  }
}
