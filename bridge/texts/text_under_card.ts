import type { CardSeen, Ends, Known, Spot } from "../ports.ts";
import { skip } from "../refusal.ts";
import { INTERNAL_MARK, WAITING_MARK } from "../sms/status.ts";
import { tsToMs } from "../sms/place.ts";
import { SKEW } from "../timing.ts";
import {
  claimMessage,
  deliverClaimed,
  type Delivery,
} from "./deliver_message.ts";
import { withoutMention, wordsToText } from "./words_to_text.ts";
import { writtenOut } from "./written_out.ts";

/** A reply in a thread, and what has been seen of it there. */
interface Reply extends Spot {
  threadTs: string;
  text: string;
  author: string;
  files: number;
}

/**
 * Texts a reply to whom its card names: the same look at the thread tells of the reply's files. It is claimed while the
 * conversation's row is read, which agrees with the card as a rule.
 * @returns null where they do not agree, or where it depends on the channel's mode of then whether the reply is texted:
 * then nothing has been done.
 */
export async function textUnderCard(
  ends: Ends,
  { channel, ts, threadTs, text, author, files }: Reply,
  { line, contact, direct, isLeft, isAddressed }: CardSeen,
): Promise<Delivery | null> {
  const { clock, conversations, desk } = ends;
  const spot = { channel, ts };
  const isMentioned = await withoutMention(desk, text) !== null;
  if (direct || isLeft || isAddressed && !isMentioned) return null;
  const words = await wordsToText(ends, { ts, text }, []);
  if (words === null) {
    await desk.mark(spot, INTERNAL_MARK);
    return skip("the reply stays inside");
  }
  const start = clock.now();
  const [unclaimed, known] = await Promise.all([
    claimMessage(ends, spot),
    conversations.find(line, contact),
  ]);
  if (unclaimed) return unclaimed;
  const place = { channel, ts: threadTs, line, contact };
  const isTexted = isMentioned || textsAll(known, spot);
  if (!isPlace(known, place) || !isTexted) {
    await desk.unmark(spot, WAITING_MARK);
    return null;
  }
  return await deliverClaimed(ends, {
    place,
    spot,
    mirrors: [],
    body: await writtenOut(ends, words),
    by: author,
    files,
    known,
  }, start);
}

function isPlace({ conversation }: Known, { channel, ts }: Spot): boolean {
  return conversation?.channel === channel && conversation.ts === ts;
}

/** Whether all replies are texted that were written in a channel when this one was, for all that its copy tells. */
function textsAll({ opening }: Known, { channel, ts }: Spot): boolean {
  return opening !== null && !opening.addressed.includes(channel) &&
    tsToMs(ts) > opening.switchedAt + SKEW;
}
