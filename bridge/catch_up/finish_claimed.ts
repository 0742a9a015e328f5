import { hasLeft, isClaimed, mirrorsOf } from "../outgoing.ts";
import type {
  CarrierText,
  Ends,
  Message,
  Place,
  ThreadMessage,
} from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { INTERNAL_MARK, markFor, WAITING_MARK } from "../sms/status.ts";
import { adoptRecord } from "../texts/adopt_record.ts";
import { explain, fail, isUnexplained } from "../texts/explain_failure.ts";
import { bodyOf, findDeparted, unowned } from "../texts/find_departed.ts";
import { wordsToText } from "../texts/words_to_text.ts";
import { FATE_KNOWN, FRESH, RUN_LIFE } from "../timing.ts";
import { adoptForsaken } from "./adopt_forsaken.ts";
import type { Around } from "./around.ts";

export const neverLeft = () =>
  new Refusal(
    "This text did not leave: I was interrupted before the carrier had it.",
    "Press Retry to send it now.",
    true,
  );

/** Resolves a message whose run died between its claim and its end, by the carrier's record. */
export async function finishClaimed(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  around: Around,
): Promise<void> {
  const { desk } = ends;
  const { messages, sent, rows } = around;
  const tried = latestTry(rows, sent, message);
  const body = await bodyOf(ends, message);
  const mayOwn = (other: ThreadMessage) =>
    isClaimed(other) &&
    (hasLeft(other) || ends.clock.now() - tsToMs(other.ts) <= FATE_KNOWN);
  const last = sent.find(({ sid }) => sid === tried?.sid);
  // Only what has failed is tried again: another record is that of somebody who wrote the same.
  const stands = last !== undefined && last.stage !== "failed";
  const text = stands
    ? null
    : await unowned(ends, sent, messages, message, body, mayOwn) ??
      await findJustSent(ends, place, message, body, around);
  if (text) {
    const spots = [message, ...mirrorsOf(message)];
    const until = tsToMs(message.ts) + RUN_LIFE;
    await adoptRecord(ends, place, spots, text, until, message.author);
  } else if (tried && tried.stage !== "failed") {
    // Whoever joined it with its record died before all its marks stood.
    for (const spot of tried.spots) await desk.mark(spot, markFor("sent"));
  } else if (!hasLeft(message) && await staysInside(ends, place, message)) {
    await desk.mark(message, INTERNAL_MARK);
  } else if (!hasLeft(message) || tried) {
    if (await isTakenCareOf(ends, message, tried !== undefined)) return;
    // Whoever marked it ❌ may have died before saying why.
    if (isUnexplained(message, messages)) {
      await explain(ends, place, message, neverLeft());
    }
    await refuse(ends, place, message, neverLeft());
    return;
  }
  if (!text && !tried) await adoptForsaken(ends, place, message, around);
  await desk.unmark(message, WAITING_MARK);
}

/** Another catch-up, or Retry, may be sending it at this moment: its ⏳ is as old as what has been read of the carrier. */
async function findJustSent(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  body: string,
  around: Around,
): Promise<CarrierText | null> {
  if (!around.hasWaited) await ends.clock.sleep(2 * FRESH);
  around.hasWaited = true;
  return await findDeparted(ends, place, message, body);
}

/**
 * Whether another run has sent a message meanwhile, and remembers it: then its record is nobody else's.
 * @param isRetried whether it has been tried before: its ✔️ may be of then.
 */
async function isTakenCareOf(
  { desk }: Ends,
  message: ThreadMessage,
  isRetried: boolean,
): Promise<boolean> {
  const marks = await desk.marksOn(message);
  return marks !== null &&
    (!marks.includes(WAITING_MARK) ||
      !isRetried && marks.includes(markFor("sent")));
}

/** Says of a message that it did not leave. */
export async function refuse(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  refusal: Refusal,
): Promise<void> {
  const mirrors = mirrorsOf(message);
  await fail(ends, { place, spot: message, mirrors }, refusal);
}

/** What is known of a message's last try: a retried one has several. */
export function latestTry(
  rows: Message[],
  sent: CarrierText[],
  { ts }: Pick<ThreadMessage, "ts">,
): Message | undefined {
  const tries = rows.filter(({ spots }) =>
    spots.some((spot) => spot.ts === ts)
  );
  const last = sent.findLast(({ sid }) => tries.some((row) => row.sid === sid));
  return tries.find(({ sid }) => sid === last?.sid);
}

/** Whether a reply was never meant to be texted: then it is never too late to say so. */
export async function staysInside(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
): Promise<boolean> {
  if (!message.author) return false;
  const { switches } = await ends.places.threadAt(place.channel, place.ts);
  return await wordsToText(ends, message, switches) === null;
}
