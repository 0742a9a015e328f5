import { isTaken, mirrorsOf } from "../outgoing.ts";
import type {
  ChannelCopy,
  Ends,
  Place,
  PlaceRow,
  Spot,
  ThreadMessage,
} from "../ports.ts";
import { skip } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { markFor, WAITING_MARK } from "../sms/status.ts";
import { SKEW } from "../timing.ts";
import { deliverMessage, type Delivery } from "./deliver_message.ts";
import { tellOfShut } from "./tell_of_shut.ts";
import { deliverReply, goesOnElsewhere } from "./text_reply.ts";

/** Which message of a thread is to be taken to the phone, and by whom. */
export interface Order {
  spot: Spot;
  threadTs: string;
  by: string;
  /** The failure that Retry was pressed under; null for a message that is to be taken for the first time. */
  retryOf: string | null;
}

/**
 * Takes a message that stands in a thread to the phone: one that nobody has taken yet, or one that failed and is to be
 * tried again. Retry may be pressed months later, twice, and by anyone in the channel, and what it says can be forged:
 * only what stands in a known conversation is sent, and each failure is made good once.
 */
export async function deliverShown(
  ends: Ends,
  order: Order,
): Promise<Delivery> {
  try {
    return await deliver(ends, order);
  } catch (error) {
    await tellOfShut(ends, order, error);
    throw error;
  }
}

async function deliver(
  ends: Ends,
  { spot, threadTs, by, retryOf }: Order,
): Promise<Delivery> {
  const { channel, ts } = spot;
  const since = tsToMs(ts) - SKEW;
  const [{ row, ...standing }, beneath] = await Promise.all([
    ends.places.threadAt(channel, threadTs),
    ends.desk.thread({ channel, ts: threadTs }, since),
  ]);
  const top = row?.kind === "direct" || row?.kind === "moved" ? row.ts : null;
  const direct = top !== null;
  const card = { channel, ts: top ?? threadTs, direct };
  const { messages } = direct ? await ends.desk.thread(card, since) : beneath;
  const message = messages.find((each) => each.ts === ts);
  const goesOut = message?.author || message?.request;
  if (row?.kind === "moved" && retryOf !== null) {
    const refused = await goesOnElsewhere(ends, row.to);
    await ends.desk.tell({ channel, threadTs }, by, refused.sentence);
    return { refused };
  }
  // A move that was under way as a form asked for it may never be finished: what it asked for leaves all the same.
  const leaves = isPlace(row) || row?.kind === "moved" && message?.request;
  if (!leaves || !message || !goesOut) {
    return skip("the message is gone, or is nothing to text");
  }
  const { line, contact } = row;
  const place = { ...card, line, contact };
  const latest = messages.findLast(({ about }) => about === ts)?.attempt;
  const isDue = retryOf === null
    ? !isTaken(message)
    : hasFailed(message) && latest === retryOf;
  const delivery = isDue
    ? await take(ends, place, message, by, standing)
    : skip("the message has been taken care of");
  if ("skipped" in delivery && retryOf !== null) {
    await ends.desk.tell(
      { channel, threadTs: direct ? undefined : threadTs },
      by,
      "This text is on its way or has been sent already.",
    );
  }
  return delivery;
}

function isPlace(
  row: PlaceRow | null,
): row is PlaceRow & { kind: "thread" | "direct" } {
  return row?.kind === "thread" || row?.kind === "direct";
}

function hasFailed({ marks }: ThreadMessage): boolean {
  return marks.includes(markFor("failed")) && !marks.includes(WAITING_MARK);
}

async function take(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  by: string,
  standing: Pick<ChannelCopy, "switches" | "closed">,
): Promise<Delivery> {
  const { channel, ts, author, text } = message;
  const again = hasFailed(message);
  if (author) {
    const post = { channel, ts, text, author };
    return await deliverReply(ends, place, post, standing, { again });
  }
  return await deliverMessage(ends, {
    place,
    spot: { channel, ts },
    mirrors: mirrorsOf(message),
    body: text,
    by,
    again,
  });
}
