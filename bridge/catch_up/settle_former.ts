import { pinThere } from "../moving/take_along.ts";
import { isLost } from "../places/leave_lost.ts";
import type {
  CardSpot,
  CarrierText,
  Conversation,
  Ends,
  Known,
  Message,
  Place,
  Thread,
  ThreadMessage,
} from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { tsToMs } from "../sms/place.ts";
import { settlePin } from "../texts/settle_pin.ts";
import { tidy } from "../texts/settle_thread.ts";
import { LATE_TO_LEAVE } from "../timing.ts";
import { attachStanding } from "./attach_standing.ts";
import { mayHaveLeft, refuseLater, settleMoved } from "./settle_moved.ts";
import { settleOutgoing } from "./settle_outgoing.ts";
import { tellOfLost } from "./tell_of_lost.ts";

/** What there is of a conversation since a moment (milliseconds). */
export interface Lately {
  /** What is to be shown. */
  received: CarrierText[];
  /** All that came: of what was kept back some may stand nonetheless. */
  came: CarrierText[];
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
 * @returns the texts that stay where they stand, under a card.
 */
export async function settleFormer(
  ends: Ends,
  { line, contact }: { line: E164; contact: E164 },
  conversation: Conversation | null,
  lately: Lately,
  current: ThreadMessage[],
): Promise<string[]> {
  const stay: string[] = [];
  if (conversation && lately.former.length > 0) {
    await keepRow(ends, conversation);
  }
  for (const card of lately.former) {
    // A card whose taking back was never finished may have won after all; in a direct channel all is one place.
    const isCurrent = card.channel === conversation?.channel &&
      (card.direct || card.ts === conversation.ts);
    if (isCurrent) continue;
    const isClosed = lately.closed.includes(card.channel);
    // To look there must not bring the app back into a channel that it was taken out of for good.
    if (isClosed && await ends.desk.reach(card.channel, false) !== "in") {
      continue;
    }
    const place = { line, contact, ...card };
    try {
      const isWhole = await wasLeftLately(ends, place, conversation, lately);
      const since = isWhole ? undefined : lately.since;
      const thread = await ends.desk.thread(place, since);
      await tidy(ends, thread.messages, []);
      const there = conversation && isWhole
        ? await standingAtHome(ends, place, conversation, thread, current)
        : current;
      const doubles = thread.messages.filter((message) =>
        standsAmong(there, message)
      );
      // The run that took them along died before it pinned them, and the old pin went with the card that was deleted.
      const isPinLost = doubles.length > 0 && thread.shows === null;
      const hasMoved = conversation?.direct || card.direct;
      if (conversation && hasMoved && isPinLost) {
        await pinThere(ends, conversation);
      }
      for (const double of doubles) await ends.desk.remove(double);
      const { sent } = lately;
      const left = conversation
        ? await settleMoved(ends, place, conversation, thread, lately.known)
        : thread.messages;
      // What is left of a deleted card nobody looks for: it may be shown again.
      if (thread.shows !== null) {
        stay.push(...left.flatMap(({ sid }) => sid ?? []));
      }
      if (isWhole) {
        const { messages } = await ends.desk.thread(place, lately.since);
        await attachStanding(ends, place, messages, lately.came);
      }
      const recent = left.filter(({ ts }) => tsToMs(ts) >= lately.since);
      await settleOutgoing(ends, place, recent, sent, current);
    } catch (error) {
      // In a lost channel nothing can be changed any more.
      if (!isLost(card, error)) throw error;
      if (!conversation || !card.direct) continue;
      const { messages } = await ends.desk.thread(place, lately.since);
      const lost = { ...place, messages };
      await tellOfLost(ends, lost, conversation, lately.sent);
    }
  }
  return stay;
}

/**
 * Settles what people wrote in the old thread of a conversation whose own channel is lost now, before it got that channel
 * and since. The rest is for the next text, which takes the conversation elsewhere.
 */
export async function settleBeforeLost(
  ends: Ends,
  conversation: Conversation,
  lately: Lately,
): Promise<void> {
  const { line, contact } = conversation;
  const { closed, former, sent, since } = lately;
  for (const card of former) {
    if (card.direct || closed.includes(card.channel)) continue;
    const row = await ends.places.at(card.channel, card.ts);
    const place = { line, contact, ...card };
    try {
      const thread = await ends.desk.thread(place, since);
      const { messages, pinned } = thread;
      await tidy(ends, messages, []);
      if (row?.kind === "thread") {
        // The run that moved it died before it was written down here: what people write there leaves from there.
        const rows = await settleOutgoing(ends, place, messages, sent);
        const here = { ...conversation, ...card };
        await settlePin(ends, here, thread, rows, since);
      } else if (row?.kind === "moved") {
        const before = mayHaveLeft(messages, row);
        const rows = await settleOutgoing(ends, place, before, sent);
        if (pinned && await isAnswered(ends, place, rows, sent, row.since)) {
          await ends.desk.unpin(place);
        }
        await refuseLater(ends, place, row, messages);
      } else continue;
      await attachStanding(ends, place, messages, lately.came);
    } catch (error) {
      if (!isLost(card, error)) throw error;
    }
  }
}

/**
 * Whether what waited in a place was answered in the channel that followed: the run that moved the conversation died
 * before it took the pin along. Of an answer whose run died, too, the carrier's record alone tells.
 */
async function isAnswered(
  { carrier }: Ends,
  { line, contact }: Place,
  rows: Message[],
  sent: CarrierText[],
  since: number,
): Promise<boolean> {
  // What is listed goes no further back than the last catch-up: who has texted again since waits.
  const came = await carrier.textsFrom(contact, line);
  const last = Math.max(since, ...came.map(({ createdAt }) => createdAt));
  return sent.some(({ sid, isAutomatic, createdAt }) => {
    const row = rows.find((each) => each.sid === sid);
    return row
      ? row.spots.every(({ ts }) => tsToMs(ts) > last)
      : !isAutomatic && createdAt - LATE_TO_LEAVE > last;
  });
}

/** Whether a conversation went from or to a direct channel lately: then what it took along may be old, and stand here still. */
async function wasLeftLately(
  { places }: Ends,
  place: Place,
  conversation: Conversation | null,
  { since }: Lately,
): Promise<boolean> {
  if (!conversation?.direct && !place.direct) return false;
  const row = await places.at(place.channel, place.ts);
  return row?.kind !== "moved" || row.since > since;
}

/**
 * What stands in the thread that a conversation has gone back to; all of it where the direct channel shows something else:
 * a run that took an old text along there may have died before it took it from the thread.
 */
async function standingAtHome(
  { desk, places }: Ends,
  left: CardSpot,
  conversation: Conversation,
  { messages }: Thread,
  current: ThreadMessage[],
): Promise<ThreadMessage[]> {
  const isBack = left.direct && !conversation.direct;
  const isKnown = messages.every(({ sid }) =>
    sid === null || current.some((each) => each.sid === sid)
  );
  if (!isBack || isKnown) return current;
  // Whoever takes it along once more just now has said so here before anything was shown.
  const row = await places.at(left.channel, left.ts);
  if (row?.kind !== "moved") return current;
  return (await desk.thread(conversation)).messages;
}

/** The run that moved a conversation back may have died before its place said so again. */
async function keepRow({ places }: Ends, place: Conversation): Promise<void> {
  const row = await places.at(place.channel, place.ts);
  if (row?.kind !== "thread" && row?.kind !== "direct") {
    await places.saveThread(place);
  }
}

/** Whether the same text stands among other messages as well; of an attachment, whether both it and its text do. */
function standsAmong(
  messages: ThreadMessage[],
  { sid, attachment }: ThreadMessage,
): boolean {
  const text = sid ?? attachment?.text;
  const isText = messages.some((each) =>
    each.sid !== null && each.sid === text
  );
  return isText && (attachment === null ||
    messages.some((each) =>
      each.attachment?.text === attachment.text &&
      each.attachment.sid === attachment.sid
    ));
}
