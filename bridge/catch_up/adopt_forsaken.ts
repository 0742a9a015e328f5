import { hasLeft, mirrorsOf } from "../outgoing.ts";
import type { Ends, Message, Place, ThreadMessage } from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { markFor } from "../sms/status.ts";
import { adoptRecord } from "../texts/adopt_record.ts";
import { bodyOf } from "../texts/find_departed.ts";
import { RUN_LIFE, SKEW } from "../timing.ts";
import type { Around } from "./around.ts";

/** The marks that say how a text ended. */
const LAST = [markFor("delivered"), markFor("failed")];

/**
 * Joins a message that is marked as sent, and of which nothing is remembered, with the record of another one of the
 * same words that was deleted just as it left: the carrier gave no answer to its own run, which took that record for
 * its own, and nobody could see any more whose it was. No other mark tells of that text.
 */
export async function adoptForsaken(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  around: Around,
): Promise<void> {
  const { messages, sent, rows } = around;
  const { ts, marks, author } = message;
  const isOver = marks.some((mark) => LAST.includes(mark));
  if (!hasLeft(message) || isOver || rows.some(isAbout([message]))) return;
  const isNear = (at: number) => Math.abs(at - tsToMs(ts)) < RUN_LIFE + SKEW;
  const forsaken = rows.filter((row) =>
    !isAbout(messages)(row) &&
    row.spots.every((spot) =>
      spot.channel === place.channel && isNear(tsToMs(spot.ts))
    )
  );
  for (const row of forsaken) {
    const text = sent.find(({ sid }) => sid === row.sid);
    if (!text || !isNear(text.createdAt)) continue;
    const body = await bodyOf(ends, message);
    if (body.trim() !== text.body.trim() || !await isGone(ends, row)) continue;
    const until = tsToMs(ts) + RUN_LIFE;
    const spots = [message, ...mirrorsOf(message)];
    const mine = await adoptRecord(ends, place, spots, text, until, author);
    around.rows = rows.map((each) => each === row ? mine : each);
    return;
  }
}

function isAbout(messages: ThreadMessage[]): (row: Message) => boolean {
  return ({ spots }) =>
    spots.some((spot) => messages.some(({ ts }) => ts === spot.ts));
}

async function isGone({ desk }: Ends, { spots }: Message): Promise<boolean> {
  for (const spot of spots) if (await desk.marksOn(spot)) return false;
  return true;
}
