import type { CardSpot, Conversation, Ends, Known, Spot } from "../ports.ts";
import { Outage, Refusal } from "../refusal.ts";
import { placeBid, settleBid, withdraw } from "./open_conversation.ts";

/** Where a conversation goes that leaves its direct channel: the thread it was in before, or under a new card. */
export async function homeOf(
  ends: Ends,
  known: Known,
  conversation: Conversation,
): Promise<CardSpot> {
  const { contact, beginner } = conversation;
  const { opening, former } = known;
  for (const card of former.toReversed()) {
    const isOpen = !card.direct && !opening?.closed.includes(card.channel);
    if (isOpen && await stands(ends, card)) return card;
  }
  if (!opening) {
    throw new Refusal(
      "The line of this conversation is not connected any more.",
      "Connect it in the Clerk dashboard first.",
    );
  }
  const { channel } = opening;
  const begun = beginner ?? { contact: true } as const;
  const bid = await placeBid(ends, opening, known, channel, begun);
  const { place, won } = await settleBid(ends, bid, opening, contact);
  if (!won) await withdraw(ends, bid, place);
  return { channel: place.channel, ts: place.ts };
}

async function stands({ desk }: Ends, card: Spot): Promise<boolean> {
  try {
    return await desk.cardAt(card) !== null &&
      await desk.reach(card.channel, true) === "in";
  } catch (error) {
    if (error instanceof Outage && error.isShutOut) return false;
    throw error;
  }
}
