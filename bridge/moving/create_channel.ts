import { claimChannel } from "../places/claim_channel.ts";
import { leaveLost } from "../places/leave_lost.ts";
import { finishSaying, moveTo, sayMoved } from "../places/move_conversation.ts";
import type { Conversation, Ends, Known } from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { connectDirect } from "./connect_direct.ts";
import { takeAlong } from "./take_along.ts";

/**
 * Moves a conversation to a direct channel of its own. Every step may be done twice, and by several runs at once; until
 * the conversation's row says so, it stays where it is.
 * @returns where it is now.
 * @throws Refusal when the workspace does not let apps make channels.
 */
export async function createChannel(
  ends: Ends,
  known: Known & { conversation: Conversation },
  by: string,
): Promise<{ place: Conversation; isNew: boolean }> {
  const { clock, desk } = ends;
  const since = clock.now();
  let from = known.conversation;
  if (from.direct) {
    const reached = await desk.reach(from.channel, true);
    if (reached === "in") {
      await finishLast(ends, known, from);
      return { place: from, isNew: false };
    }
    from = await leaveLost(ends, from, reached);
  }
  const { line, contact } = from;
  const { beginner } = from.beginner ? from : await desk.cardAt(from) ?? {};
  const card = {
    line,
    contact,
    beginner: beginner ?? { contact: true } as const,
    direct: true,
  };
  const isPrivate = await desk.isPrivate(from.channel);
  const spot = await claimChannel(ends, card, known, isPrivate);
  const place = { line, contact, ...spot };
  // Catch-up knows the channels of the list, and finishes what stands for one of them.
  await connectDirect(ends, place);
  await ends.places.saveThread(place);
  const people = new Set([...known.work.assignees, by]);
  await desk.invite(spot.channel, [...people]);
  const who = known.standing.name || formatForPeople(contact);
  await desk.setTopic(
    spot.channel,
    `Texts with ${who}, ${
      formatForPeople(contact)
    }. All that is written here is texted, but for what begins with note:`,
  );
  const to = await moveTo(ends, from, spot);
  await sayMoved(ends, from, to, since);
  await takeAlong(ends, from, to, since, known);
  return { place: to, isNew: true };
}

/** Finishes the move whose run died, where a card still offers it. */
async function finishLast(
  ends: Ends,
  known: Known,
  conversation: Conversation,
): Promise<void> {
  const { line, contact } = conversation;
  const last = known.former.findLast(({ direct }) => !direct);
  if (!last) return;
  const from = { line, contact, ...last };
  const since = tsToMs(conversation.ts);
  await finishSaying(ends, from, conversation, known, since);
  await takeAlong(ends, from, conversation, since);
}
