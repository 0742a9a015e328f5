import type {
  CarrierText,
  Ends,
  Message,
  Place,
  ThreadMessage,
} from "./ports.ts";
import { compareTs, tsToMs } from "./sms/place.ts";
import { markFor } from "./sms/status.ts";
import { writtenOut } from "./written_out.ts";
import { RUN_LIFE, SKEW } from "./timing.ts";

/**
 * The carrier's record of a text whose create was never answered, or null when there is none (yet). The carrier has no
 * key of ours to find it by, so it is found by line, contact, time and body, less the records that belong to other
 * messages of the same body: each earlier one that is marked ✔️ owns one.
 */
export async function findDeparted(
  ends: Ends,
  place: Place,
  { ts }: { ts: string },
  body: string,
): Promise<CarrierText | null> {
  const since = tsToMs(ts) - RUN_LIFE - SKEW;
  const [sent, { messages }] = await Promise.all([
    ends.carrier.sentSince(place.line, since, place.contact),
    ends.desk.thread(place, since),
  ]);
  return await unowned(ends, sent, messages, { ts }, body);
}

/**
 * The same, of records and messages that have been read already. Records of earlier tries of the same message are left
 * out: what is looked for came after them.
 */
export async function unowned(
  ends: Ends,
  sent: CarrierText[],
  messages: ThreadMessage[],
  { ts }: { ts: string },
  body: string,
): Promise<CarrierText | null> {
  const alike = sent.filter((text) =>
    text.body.trim() === body.trim() &&
    text.createdAt >= tsToMs(ts) - RUN_LIFE - SKEW
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
  let owners = 0;
  for (const message of messages) {
    const mayOwn = compareTs(message.ts, ts) < 0 && message.sid === null &&
      !rows.some((row) => carries(row, message.ts)) &&
      message.marks.includes(markFor("sent"));
    if (mayOwn && await bodyOf(ends, message) === body) owners++;
  }
  return free[owners] ?? null;
}

/** What a message that goes out says on the phone. */
export async function bodyOf(
  ends: Ends,
  { author, text }: ThreadMessage,
): Promise<string> {
  return author ? await writtenOut(ends, text) : text;
}
