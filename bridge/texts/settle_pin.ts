import { hasLeft } from "../outgoing.ts";
import type {
  Conversation,
  Ends,
  Message,
  Thread,
  ThreadMessage,
} from "../ports.ts";
import { compareTs, tsToMs } from "../sms/place.ts";
import { LATE } from "../timing.ts";
import { isWaiting } from "./unanswered.ts";

/** Whether a later text of the contact stands behind a message that goes out: then it does not answer that one. */
export function isOvertaken(messages: ThreadMessage[], ts: string): boolean {
  return messages.some((each) =>
    each.sid !== null && compareTs(each.ts, ts) > 0
  );
}

/**
 * Brings a card's pin in line with its thread. A person who unpins by hand is done with it: a text whose showing was
 * completed is pinned again only where a message that left at the same moment may have taken its pin off.
 * @param sent what is known of the messages that have left.
 * @param since from when on (milliseconds) the thread was read, where it was not read whole.
 * @returns `full` when all of Slack's pins are taken, `gone` when the card is deleted.
 */
export async function settlePin(
  { desk, messages, workingOff }: Ends,
  conversation: Conversation,
  thread: Thread,
  sent: Message[],
  since = Infinity,
): Promise<"in line" | "full" | "gone" | "later"> {
  const { pinned } = thread;
  const { cameBackAt = 0 } = conversation;
  const standing = ({ messages }: Thread) => {
    const last = messages.findLast(({ sid }) => sid !== null);
    // An answer that was deleted since, or stands under a deleted card, has been given nonetheless.
    const isAnswered = sent.some(({ spots }) =>
      spots.every(({ ts }) =>
        (last ? compareTs(ts, last.ts) > 0 : tsToMs(ts) > since) &&
        tsToMs(ts) > cameBackAt
      )
    );
    const waiting = !isAnswered && isWaiting(messages);
    const hasAnswer = messages.some((each) =>
      hasLeft(each) && tsToMs(each.ts) > cameBackAt
    );
    return { last, waiting, isDone: isAnswered || !waiting && hasAnswer };
  };
  const { last, waiting, isDone } = standing(thread);
  if (pinned && isDone) {
    // What catch-up has read may be old, and of a direct channel the card may have been read later than the rest.
    const isRecent = since === Infinity;
    const now = isRecent ? thread : await desk.thread(conversation, since);
    if (standing(now).isDone) await desk.unpin(conversation);
  }
  if (pinned || !waiting) return "in line";
  if (!last?.sid) return "in line";
  const wasPinned = conversation.shown.includes(last.sid);
  const shownAt = tsToMs(last.ts);
  const crossing = sent.filter(({ answeredAt, spots }) =>
    answeredAt !== null && shownAt < answeredAt &&
    spots.some(({ ts }) => tsToMs(ts) < shownAt && shownAt - tsToMs(ts) < LATE)
  );
  if (wasPinned && crossing.length === 0) return "in line";
  const pin = await desk.pin(conversation, workingOff?.isInHaste);
  if (pin !== "added" && pin !== "already") return pin;
  // Made good once: from now on who takes the pin off means it.
  for (const row of crossing) await messages.save({ ...row, answeredAt: null });
  return "in line";
}

/**
 * Pins a conversation's card if its contact waits, whether or not they had a pin before: that was another card's.
 * @returns `full` when all of Slack's pins are taken, `gone` when the card is deleted.
 */
export async function pinAnew(
  { desk }: Ends,
  conversation: Conversation,
): Promise<"in line" | "full" | "gone" | "later"> {
  const { messages, pinned } = await desk.thread(conversation);
  if (pinned || !isWaiting(messages)) return "in line";
  const pin = await desk.pin(conversation);
  return pin === "added" || pin === "already" ? "in line" : pin;
}
