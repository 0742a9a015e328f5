import { hasLeft, isClaimed } from "../outgoing.ts";
import type {
  CarrierText,
  Ends,
  Message,
  Place,
  ThreadMessage,
} from "../ports.ts";
import { compareTs, tsToMs } from "../sms/place.ts";
import { RUN_LIFE, SKEW } from "../timing.ts";
import { withoutMention } from "./words_to_text.ts";
import { writtenOut } from "./written_out.ts";

/**
 * The carrier's record of a text whose create was never answered, or null when there is none (yet) that is surely its
 * own. The carrier has no key of ours to find it by, so it is found by line, contact, time and body, less the records
 * that belong to other messages of the same body.
 * @param certain whether nothing is found while another message of the same body has none yet: whose is whose is
 * told by what their runs remember, a moment later.
 */
export async function findDeparted(
  ends: Ends,
  place: Place,
  { ts }: { ts: string },
  body: string,
  certain = false,
): Promise<CarrierText | null> {
  const since = tsToMs(ts) - RUN_LIFE - SKEW;
  const [sent, { messages }] = await Promise.all([
    ends.carrier.sentSince(place.line, since, place.contact),
    ends.desk.thread(place, since),
  ]);
  const isTaken = (message: ThreadMessage) =>
    isClaimed(message) || hasLeft(message);
  return await unowned(ends, sent, messages, { ts }, body, isTaken, certain);
}

/**
 * The same, of records and messages that have been read already. Records of earlier tries of the same message are left
 * out: what is looked for came after them.
 * @param mayOwn whether another message of the same body that nothing is remembered of may have a record.
 */
export async function unowned(
  ends: Ends,
  sent: CarrierText[],
  messages: ThreadMessage[],
  { ts }: { ts: string },
  body: string,
  mayOwn: (message: ThreadMessage) => boolean,
  certain = false,
): Promise<CarrierText | null> {
  const since = tsToMs(ts) - RUN_LIFE - SKEW;
  const alike = sent.filter((text) =>
    text.body.trim() === body.trim() && text.createdAt >= since
  );
  if (alike.length === 0) return null;
  const rows = await ends.messages.findAll(alike.map(({ sid }) => sid));
  const carries = (row: Message, other: string) =>
    row.spots.some((spot) => spot.ts === other);
  const lastTry = alike.findLastIndex(({ sid }) =>
    rows.some((row) => row.sid === sid && carries(row, ts))
  );
  const free = alike.slice(lastTry + 1)
    .filter(({ sid }) => !rows.some((row) => row.sid === sid));
  const owners = [];
  for (const message of messages) {
    const isOther = message.ts !== ts && message.sid === null &&
      tsToMs(message.ts) >= since && mayOwn(message) &&
      !rows.some((row) => carries(row, message.ts));
    if (isOther && await bodyOf(ends, message) === body) owners.push(message);
  }
  if (free.length <= owners.length || certain && owners.length > 0) return null;
  return free[owners.filter((each) => compareTs(each.ts, ts) < 0).length] ??
    null;
}

/** What a message that goes out says on the phone. */
export async function bodyOf(
  ends: Ends,
  { author, text }: ThreadMessage,
): Promise<string> {
  if (!author) return text;
  return await writtenOut(ends, await withoutMention(ends.desk, text) ?? text);
}
