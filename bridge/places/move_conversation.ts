import type { CardSpot, Conversation, Ends, Known, Place } from "../ports.ts";
import { drawCard } from "./change_work.ts";

/**
 * Gives a conversation another place. What stands for the direct channel is written first: by that catch-up knows where
 * a conversation should be whose run died before it was written there. The place it left refuses what is written there.
 * @returns the conversation in its new place.
 */
export async function moveTo(
  { clock, conversations, places }: Ends,
  from: Conversation,
  to: CardSpot,
): Promise<Conversation> {
  const { line, contact } = from;
  const place: Place = { line, contact, ...to };
  const leave = () => places.saveMoved(from, place, clock.now());
  const arrive = () => places.saveThread(place);
  await (to.direct ? arrive() : leave());
  await conversations.move(from, to);
  await (to.direct ? leave() : arrive());
  return { ...from, ...to, direct: to.direct ?? false };
}

/** Says in both places that a conversation has moved, and on both cards. */
export async function sayMoved(
  ends: Ends,
  from: Place,
  to: Conversation,
  since: number,
): Promise<void> {
  const { conversations, desk } = ends;
  await desk.sayMoved(to, "come", from, since);
  await desk.sayMoved(from, "gone", to, since);
  // Whoever answered while it moved has drawn the card that it left.
  const known = await conversations.find(from.line, from.contact);
  await drawCard(ends, to, known);
  const card = await desk.cardAt(from);
  if (card) await desk.closeCard(from, card, known, to);
}

/**
 * Says so where the run that moved a conversation to or from a direct channel died before it had: the cards tell. In a
 * lost channel nothing is said.
 */
export async function finishSaying(
  ends: Ends,
  from: Place,
  to: Conversation,
  known: Known,
  since: number,
): Promise<void> {
  if (!from.direct && !to.direct) return;
  const card = await ends.desk.cardAt(to);
  // Under a card that somebody has deleted nothing can be said; where it goes on then is told of that place.
  if (!card && !to.direct) return;
  if (card?.isLeft) await drawCard(ends, to, known);
  const isLost = from.direct &&
    await ends.desk.reach(from.channel, false) !== "in";
  if (isLost) return;
  const old = await ends.desk.cardAt(from);
  if (old && !old.isLeft) await sayMoved(ends, from, to, since);
}
