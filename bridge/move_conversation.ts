import { drawCard } from "./change_work.ts";
import type { CardSpot, Conversation, Ends, Known, Place } from "./ports.ts";

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
  from: Conversation,
  to: Conversation,
  known: Known,
  since: number,
): Promise<void> {
  const { desk } = ends;
  await desk.sayMoved(to, "come", from, since);
  await desk.sayMoved(from, "gone", to, since);
  await drawCard(ends, to, known);
  const { line, contact, direct } = from;
  const { beginner } = from.beginner ? from : await desk.cardAt(from) ?? {};
  if (!beginner) return;
  await desk.closeCard(from, { line, contact, beginner, direct }, known, to);
}
