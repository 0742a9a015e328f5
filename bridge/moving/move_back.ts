import { homeOf } from "../places/home_of.ts";
import { moveTo, sayMoved } from "../places/move_conversation.ts";
import type { Conversation, Ends, Known } from "../ports.ts";
import { takeAlong } from "./take_along.ts";

/**
 * Moves a conversation back from its direct channel to the shared one: to its old thread if the card still stands, or to
 * a new one.
 * @returns where it is now.
 */
export async function moveBack(
  ends: Ends,
  known: Known & { conversation: Conversation },
): Promise<Conversation> {
  const since = ends.clock.now();
  const from = known.conversation;
  if (!from.direct) return from;
  const home = await homeOf(ends, known, from);
  const to = await moveTo(ends, from, home);
  await sayMoved(ends, from, to, since);
  await takeAlong(ends, from, to, since, known);
  return to;
}
