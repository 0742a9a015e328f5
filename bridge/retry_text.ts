import { type Delivery } from "./deliver_message.ts";
import { deliverMessage } from "./deliver_message.ts";
import type { Ends, Spot } from "./ports.ts";
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
  const { marks } = message;
  if (!marks.includes(markFor("failed")) || marks.includes(WAITING_MARK)) {
    await ends.desk.tell(
      { channel, threadTs },
      by,
      "This text is on its way or has been sent already.",
    );
    return skip("the message has not failed");
  }
  const { line, contact } = row;
  const place = { channel, ts: threadTs, line, contact };
  if (message.author) {
    const { author, text } = message;
    return await deliverReply(ends, place, { channel, ts, text, author }, true);
  }
  return await deliverMessage(ends, {
    place,
    spot,
    mirrors: [],
    body: message.text,
    by,
    again: true,
  });
}
