import type {
  CarrierText,
  Conversation,
  Ends,
  Place,
  Thread,
  ThreadMessage,
} from "./ports.ts";
import { refuseMoved } from "./text_reply.ts";
import { tsToMs } from "./sms/place.ts";
import { MARKS } from "./sms/status.ts";
import { takeAlong } from "./take_along.ts";
import { RUN_LIFE, SKEW } from "./timing.ts";

/**
 * Settles what came into a place after its conversation had moved: texts go along, and what people wrote is refused.
 * @returns what came before, and may have left from there.
 */
export async function settleMoved(
  ends: Ends,
  place: Place,
  conversation: Conversation,
  { messages, pinned }: Thread,
  received: CarrierText[],
): Promise<ThreadMessage[]> {
  const row = await ends.places.at(place.channel, place.ts);
  if (row?.kind !== "moved") return messages;
  const isLater = ({ ts }: ThreadMessage) => tsToMs(ts) > row.since;
  const isStray = messages.some((each) => each.sid !== null && isLater(each));
  if (pinned || isStray) {
    await takeAlong(ends, place, conversation, row.since, received);
  }
  const now = ends.clock.now();
  for (const message of messages) {
    const { author, marks, ts } = message;
    const isLeft = author && isLater(message) &&
      now - tsToMs(ts) > RUN_LIFE + SKEW &&
      !marks.some((mark) => MARKS.includes(mark));
    if (!isLeft) continue;
    const threadTs = place.direct ? undefined : place.ts;
    await refuseMoved(ends, row, { ...message, threadTs });
  }
  return messages.filter((each) => !isLater(each));
}
