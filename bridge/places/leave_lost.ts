import type { CardSpot, Conversation, Ends } from "../ports.ts";
import { Outage, PlaceGone } from "../refusal.ts";
import { drawCard } from "./change_work.ts";
import { homeOf } from "./home_of.ts";
import { moveTo } from "./move_conversation.ts";

/**
 * Takes a conversation back to the shared channel whose direct channel is archived, deleted or closed to the app, and
 * asks there what is to become of it. What waits in the lost channel stays there.
 * @returns the conversation in its new place.
 */
export async function leaveLost(
  ends: Ends,
  lost: Conversation,
  why?: "archived" | "shut out",
): Promise<Conversation> {
  const { conversations, desk } = ends;
  const known = await conversations.find(lost.line, lost.contact);
  const { conversation } = known;
  // Another run has been quicker.
  if (conversation && conversation.ts !== lost.ts) return conversation;
  const reached = why ?? await desk.reach(lost.channel, true);
  const home = await moveTo(ends, lost, await homeOf(ends, known, lost));
  await drawCard(ends, home, known);
  const reason = reached === "archived" ? "archived" : "shut out";
  await desk.askAboutLost(home, lost.channel, reason, known);
  return home;
}

/** Whether nothing can be put into a place any more: its card is gone, or its direct channel lost. */
export function isLost(place: CardSpot, error: unknown): boolean {
  return error instanceof PlaceGone ||
    place.direct === true && error instanceof Outage && error.isShutOut;
}
