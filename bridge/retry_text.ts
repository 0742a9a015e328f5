import { deliverMessage, type Delivery } from "./deliver_message.ts";
import type { Ends, Place, Spot, ThreadMessage } from "./ports.ts";
import { skip } from "./refusal.ts";
import { markFor, WAITING_MARK } from "./sms/status.ts";
import { deliverReply } from "./text_reply.ts";

/**
 * Sends a failed text again, from the same Slack message. The button may be pressed months later, twice, and by
 * anyone in the channel, and its values can be forged: only a message with ❌ in a known conversation is sent.
 */
export async function retryText(
  ends: Ends,
  { spot, threadTs, by }: { spot: Spot; threadTs: string; by: string },
): Promise<Delivery> {
  const { channel, ts } = spot;
  const [row, message] = await Promise.all([
    ends.places.at(channel, threadTs),
    ends.desk.message(channel, threadTs, ts),
  ]);
  if (row?.kind !== "thread" || !message) {
    return skip("the message is gone, or is in no conversation");
  }
  const { line, contact } = row;
  const place = { channel, ts: threadTs, line, contact };
  const delivery = hasFailed(message)
    ? await deliverAgain(ends, place, message, by)
    : skip("the message has not failed");
  if ("skipped" in delivery) {
    await ends.desk.tell(
      { channel, threadTs },
      by,
      "This text is on its way or has been sent already.",
    );
  }
  return delivery;
}

function hasFailed({ marks }: ThreadMessage): boolean {
  return marks.includes(markFor("failed")) && !marks.includes(WAITING_MARK);
}

async function deliverAgain(
  ends: Ends,
  place: Place,
  { channel, ts, author, text }: ThreadMessage,
  by: string,
): Promise<Delivery> {
  if (author) {
    return await deliverReply(ends, place, { channel, ts, text, author }, true);
  }
  return await deliverMessage(ends, {
    place,
    spot: { channel, ts },
    mirrors: [],
    body: text,
    by,
    again: true,
  });
}
