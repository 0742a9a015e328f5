import { isLost } from "./leave_lost.ts";
import type {
  CardSpot,
  CarrierText,
  Conversation,
  Ends,
  Known,
  ThreadMessage,
} from "./ports.ts";
import { settleMoved } from "./settle_moved.ts";
import { settleOutgoing } from "./settle_outgoing.ts";
import { tidy } from "./settle_thread.ts";
import type { E164 } from "./sms/e164.ts";

/** What there is of a conversation since a moment (milliseconds). */
export interface Lately {
  received: CarrierText[];
  sent: CarrierText[];
  since: number;
  /** Cards that were taken away. */
  former: CardSpot[];
  /** Channels that were disconnected. */
  closed: string[];
  known: Known;
}

/**
 * Settles what is left under cards that were taken away or left: what has moved to the new one goes from there.
 * @param conversation in its present place; null while it has none.
 * @param current what stands there.
 */
export async function settleFormer(
  ends: Ends,
  { line, contact }: { line: E164; contact: E164 },
  conversation: Conversation | null,
  lately: Lately,
  current: ThreadMessage[],
): Promise<void> {
  if (conversation && lately.former.length > 0) {
    await keepRow(ends, conversation);
  }
  for (const card of lately.former) {
    // A card whose taking back was never finished may have won after all.
    if (card.channel === conversation?.channel && card.ts === conversation.ts) {
      continue;
    }
    const isClosed = lately.closed.includes(card.channel);
    // To look there must not bring the app back into a channel that it was taken out of for good.
    if (isClosed && await ends.desk.reach(card.channel, false) !== "in") {
      continue;
    }
    const place = { line, contact, ...card };
    try {
      const thread = await ends.desk.thread(place, lately.since);
      await tidy(ends, thread.messages, []);
      for (const message of thread.messages) {
        if (standsAmong(current, message)) await ends.desk.remove(message);
      }
      const { sent } = lately;
      const left = conversation
        ? await settleMoved(ends, place, conversation, thread, lately)
        : thread.messages;
      await settleOutgoing(ends, place, left, sent, current);
    } catch (error) {
      // In a lost channel nothing can be changed any more.
      if (!isLost(card, error)) throw error;
    }
  }
}

/** The run that moved a conversation back may have died before its place said so again. */
async function keepRow({ places }: Ends, place: Conversation): Promise<void> {
  const row = await places.at(place.channel, place.ts);
  if (row?.kind !== "thread" && row?.kind !== "direct") {
    await places.saveThread(place);
  }
}

/** Whether the same text, or the same attachment of one, stands among other messages as well. */
function standsAmong(
  messages: ThreadMessage[],
  { sid, attachment }: ThreadMessage,
): boolean {
  return messages.some((each) =>
    sid !== null && each.sid === sid ||
    attachment !== null && each.attachment?.text === attachment.text &&
      each.attachment.sid === attachment.sid
  );
}
