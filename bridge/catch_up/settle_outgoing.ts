import { hasLeft, isClaimed, mirrorsOf } from "../outgoing.ts";
import type {
  CarrierText,
  Ends,
  Message,
  Place,
  ThreadMessage,
} from "../ports.ts";
import { Outage, Refusal } from "../refusal.ts";
import { compareTs, tsToMs } from "../sms/place.ts";
import { INTERNAL_MARK, markFor, MARKS, WAITING_MARK } from "../sms/status.ts";
import { adoptRecord } from "../texts/adopt_record.ts";
import { deliverMessage, type Delivery } from "../texts/deliver_message.ts";
import { explain, fail, isUnexplained } from "../texts/explain_failure.ts";
import { bodyOf, findDeparted, unowned } from "../texts/find_departed.ts";
import { bringForward } from "../texts/record_status.ts";
import { deliverReply } from "../texts/text_reply.ts";
import { wordsToText } from "../texts/words_to_text.ts";
import { FATE_KNOWN, FRESH, RUN_LIFE, SKEW, STILL_WANTED } from "../timing.ts";

/**
 * Finishes what goes out of a conversation: brings marks forward, resolves claims whose run died, and takes to the
 * phone what nobody has taken care of. What a run may still be busy with is left alone.
 * @param sent the carrier's records of the conversation's outgoing texts.
 * @param elsewhere what stands under another card of the conversation.
 * @returns what is remembered of those texts, as it was before.
 */
export async function settleOutgoing(
  ends: Ends,
  place: Place,
  messages: ThreadMessage[],
  sent: CarrierText[],
  elsewhere: ThreadMessage[] = [],
): Promise<Message[]> {
  const sids = sent.map(({ sid }) => sid);
  const rows = await ends.messages.findAll(sids);
  for (const row of rows) {
    const text = sent.find(({ sid }) => sid === row.sid);
    // Of a try that was followed by another the marks say nothing any more.
    const isOver = text?.stage === "failed" && row.stage !== "failed" &&
      row.spots.some((spot) => latestTry(rows, sent, spot)?.sid !== row.sid);
    if (text && isOver) await ends.messages.save({ ...row, stage: "failed" });
    else if (text) await bringForwardWhereOpen(ends, row, text);
  }
  const around: Around = { messages, sent, rows, hasWaited: false };
  for (const message of messages) {
    const goesOut = message.author !== null || message.request !== null;
    const age = ends.clock.now() - tsToMs(message.ts);
    if (!goesOut || age < RUN_LIFE + SKEW) continue;
    if (isDouble(message, [...messages, ...elsewhere])) {
      await ends.desk.remove(message);
      continue;
    }
    await settleMessage(ends, place, message, age, around);
  }
  return rows;
}

/** What was texted from a channel that is lost now must not hold up what was texted elsewhere; it may be open again next time. */
async function bringForwardWhereOpen(
  ends: Ends,
  row: Message,
  text: CarrierText,
): Promise<void> {
  try {
    await bringForward(ends, row, text);
  } catch (error) {
    if (!(error instanceof Outage && error.isShutOut)) throw error;
  }
}

/**
 * Whether a copy that has not left is one too many: another of the same request has, or failed, or came before it. Who
 * posted a later one may have died with its ⏳, before they could take it away.
 */
function isDouble(copy: ThreadMessage, messages: ThreadMessage[]): boolean {
  return copy.request !== null && !isMarked(copy) &&
    messages.some((each) =>
      each.ts !== copy.ts && each.request === copy.request &&
      each.text === copy.text &&
      (isMarked(each) || compareTs(each.ts, copy.ts) < 0)
    );
}

/** Whether the marks of a message say what became of it. */
function isMarked({ marks }: ThreadMessage): boolean {
  return marks.some((mark) => MARKS.includes(mark));
}

interface Around {
  messages: ThreadMessage[];
  sent: CarrierText[];
  rows: Message[];
  /** Whether another catch-up that sends at this moment has been given the time to. */
  hasWaited: boolean;
}

async function settleMessage(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  age: number,
  around: Around,
): Promise<void> {
  const { marks } = message;
  if (marks.includes(WAITING_MARK)) {
    if (age > FATE_KNOWN) await finish(ends, place, message, around);
  } else if (!isMarked(message)) {
    if (age < STILL_WANTED || await staysInside(ends, place, message)) {
      await deliverLate(ends, place, message);
    } else await refuse(ends, place, message, TOO_OLD);
  } else if (isUnexplained(message, around.messages)) {
    const row = latestTry(around.rows, around.sent, message);
    const text = around.sent.find(({ sid }) => sid === row?.sid);
    const reason = ends.carrier.explain(text?.errorCode ?? null);
    await explain(ends, place, message, reason);
  }
}

/** Resolves a message whose run died between its claim and its end, by the carrier's record. */
async function finish(
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
      (tried ? null : await findJustSent(ends, place, message, body, around));
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
    if (!tried && await isTakenCareOf(ends, message)) return;
    // Whoever marked it ❌ may have died before saying why.
    if (isUnexplained(message, messages)) {
      await explain(ends, place, message, NEVER_LEFT);
    }
    await refuse(ends, place, message, NEVER_LEFT);
    return;
  }
  await desk.unmark(message, WAITING_MARK);
}

/** Another catch-up may be sending it at this moment: its ⏳ is as old as what that has read. */
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

/** Whether another catch-up has sent a message meanwhile, and remembers it: then its record is nobody else's. */
async function isTakenCareOf(
  { desk }: Ends,
  message: ThreadMessage,
): Promise<boolean> {
  const marks = await desk.marksOn(message);
  return marks !== null &&
    (!marks.includes(WAITING_MARK) || marks.includes(markFor("sent")));
}

async function refuse(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  refusal: Refusal,
): Promise<void> {
  const mirrors = mirrorsOf(message);
  await fail(ends, { place, spot: message, mirrors }, refusal);
}

/** What is known of a message's last try: a retried one has several. */
function latestTry(
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
async function staysInside(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
): Promise<boolean> {
  if (!message.author) return false;
  const { switches } = await ends.places.threadAt(place.channel, place.ts);
  return await wordsToText(ends, message, switches) === null;
}

async function deliverLate(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
): Promise<Delivery> {
  const { author, text, channel, ts } = message;
  const mirrors = mirrorsOf(message);
  for (const mirror of mirrors) {
    // The copy's direct channel was lost for a while, and the author of the line was told so.
    const marks = await ends.desk.marksOn(mirror);
    if (marks?.includes(markFor("failed"))) {
      await refuse(ends, place, message, NEVER_LEFT);
      return { refused: NEVER_LEFT };
    }
  }
  if (author) {
    const post = { channel, ts, text, author };
    const standing = await ends.places.threadAt(place.channel, place.ts);
    return await deliverReply(ends, place, post, standing, { unwatched: true });
  }
  return await deliverMessage(ends, {
    place,
    spot: { channel, ts },
    mirrors,
    body: text,
    by: null,
    unwatched: true,
  });
}

const NEVER_LEFT = new Refusal(
  "This text did not leave: I was interrupted before the carrier had it.",
  "Press Retry to send it now.",
  true,
);

const TOO_OLD = new Refusal(
  "This text did not leave: Slack told me of it much too late.",
  "Press Retry if it should still be sent.",
  true,
);
