import { takeAlong } from "../moving/take_along.ts";
import { isClaimed } from "../outgoing.ts";
import { finishSaying } from "../places/move_conversation.ts";
import type {
  Conversation,
  Ends,
  Known,
  Place,
  PlaceRow,
  Thread,
  ThreadMessage,
} from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { MARKS } from "../sms/status.ts";
import { explain, isUnexplained } from "../texts/explain_failure.ts";
import { goesOnElsewhere, refuseMoved } from "../texts/text_reply.ts";
import { RUN_LIFE, SKEW } from "../timing.ts";

/**
 * Settles what came into a place after its conversation had moved: texts go along, and what people wrote is refused.
 * @returns what may have left from there: `mayHaveLeft` tells which.
 */
export async function settleMoved(
  ends: Ends,
  place: Place,
  conversation: Conversation,
  { messages, pinned }: Thread,
  known: Known,
): Promise<ThreadMessage[]> {
  const row = await movedRow(ends, place, conversation);
  if (!row) return messages;
  await finishSaying(ends, place, conversation, known, row.since - SKEW);
  const isLater = ({ ts }: ThreadMessage) => tsToMs(ts) > row.since;
  const isStray = messages.some((each) => each.sid !== null && isLater(each));
  if (pinned || isStray) {
    await takeAlong(ends, place, conversation, row.since);
  }
  await refuseLater(ends, place, row, messages);
  return mayHaveLeft(messages, row);
}

/**
 * What may have left from a place: what came before its conversation moved, and what a run took up that did not know of
 * it; and what has been said of that since.
 */
export function mayHaveLeft(
  messages: ThreadMessage[],
  { since }: { since: number },
): ThreadMessage[] {
  return messages.filter((each) =>
    each.request !== null || each.about !== null || isClaimed(each) ||
    tsToMs(each.ts) <= since
  );
}

/** Refuses what people wrote in a place after its conversation had moved, where nobody has told them so, nor taken it up. */
export async function refuseLater(
  ends: Ends,
  place: Place,
  row: PlaceRow & { kind: "moved" },
  messages: ThreadMessage[],
): Promise<void> {
  const now = ends.clock.now();
  for (const message of messages) {
    const { author, marks, ts } = message;
    const isLeft = author && !isClaimed(message) && tsToMs(ts) > row.since &&
      now - tsToMs(ts) > RUN_LIFE + SKEW;
    if (!isLeft) continue;
    const threadTs = place.direct ? undefined : place.ts;
    if (isUnexplained(message, messages)) {
      const reason = await goesOnElsewhere(ends, row.to);
      await explain(ends, place, message, reason);
    } else if (!marks.some((mark) => MARKS.includes(mark))) {
      await refuseMoved(ends, row, { ...message, threadTs });
    }
  }
}

/** What a place stands for whose conversation has moved; null for one whose card was taken away. */
async function movedRow(
  { desk, places }: Ends,
  place: Place,
  conversation: Conversation,
): Promise<PlaceRow & { kind: "moved" } | null> {
  const row = await places.at(place.channel, place.ts);
  if (row?.kind === "moved") return row;
  // The run that moved it died before it was written down here.
  const isUnfinished = row?.kind === "thread" && conversation.direct &&
    await desk.cardAt(place) !== null;
  if (!isUnfinished) return null;
  const since = tsToMs(conversation.ts);
  await places.saveMoved(place, conversation, since);
  const { line, contact } = place;
  return { kind: "moved", line, contact, to: conversation, ts: null, since };
}
