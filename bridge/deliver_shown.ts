import { deliverMessage, type Delivery } from "./deliver_message.ts";
import type { Ends, Place, Spot, ThreadMessage } from "./ports.ts";
import { skip } from "./refusal.ts";
import { markFor, MARKS, WAITING_MARK } from "./sms/status.ts";
import { deliverReply } from "./text_reply.ts";

/**
 * Takes a message that stands in a thread to the phone: one that nobody has taken yet, or one that failed and is to be
 * tried again. Retry may be pressed months later, twice, and by anyone in the channel, and what it says can be forged:
 * only what stands in a known conversation is sent.
 */
export async function deliverShown(
  ends: Ends,
  { spot, threadTs, by }: { spot: Spot; threadTs: string; by: string },
): Promise<Delivery> {
  const { channel, ts } = spot;
  const [row, message] = await Promise.all([
    ends.places.at(channel, threadTs),
    ends.desk.message(channel, threadTs, ts),
  ]);
  const goesOut = message?.author || message?.request;
  if (row?.kind !== "thread" || !message || !goesOut) {
    return skip("the message is gone, or is nothing to text");
  }
  const { line, contact } = row;
  const place = { channel, ts: threadTs, line, contact };
  const delivery = mayBeTaken(message)
    ? await take(ends, place, message, by)
    : skip("the message has been taken care of");
  if ("skipped" in delivery) {
    await ends.desk.tell(
      { channel, threadTs },
      by,
      "This text is on its way or has been sent already.",
    );
  }
  return delivery;
}

/** Whether nobody has taken a message to the phone, or whoever did has failed. */
function mayBeTaken(message: ThreadMessage): boolean {
  const isTaken = message.marks.some((mark) => MARKS.includes(mark));
  return !message.marks.includes(WAITING_MARK) &&
    (!isTaken || hasFailed(message));
}

function hasFailed({ marks }: ThreadMessage): boolean {
  return marks.includes(markFor("failed"));
}

async function take(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  by: string,
): Promise<Delivery> {
  const { channel, ts, author, text } = message;
  const again = hasFailed(message);
  if (author) {
    const post = { channel, ts, text, author };
    return await deliverReply(ends, place, post, { again });
  }
  const spot = { channel, ts };
  return await deliverMessage(ends, {
    place,
    spot,
    mirrors: [],
    body: text,
    by,
    again,
  });
}
