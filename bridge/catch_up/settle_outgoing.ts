import { isMarked, mirrorsOf } from "../outgoing.ts";
import type {
  CarrierText,
  Ends,
  Message,
  Place,
  ThreadMessage,
} from "../ports.ts";
import { Outage, Refusal } from "../refusal.ts";
import { compareTs, tsToMs } from "../sms/place.ts";
import { markFor, WAITING_MARK } from "../sms/status.ts";
import { deliverMessage, type Delivery } from "../texts/deliver_message.ts";
import { explain, isUnexplained } from "../texts/explain_failure.ts";
import { bringForward } from "../texts/record_status.ts";
import { deliverReply } from "../texts/text_reply.ts";
import { FATE_KNOWN, RUN_LIFE, SKEW, STILL_WANTED } from "../timing.ts";
import { adoptForsaken } from "./adopt_forsaken.ts";
import type { Around } from "./around.ts";
import {
  finishClaimed,
  latestTry,
  neverLeft,
  refuse,
  staysInside,
} from "./finish_claimed.ts";

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

async function settleMessage(
  ends: Ends,
  place: Place,
  message: ThreadMessage,
  age: number,
  around: Around,
): Promise<void> {
  const { marks } = message;
  if (marks.includes(WAITING_MARK)) {
    if (age > FATE_KNOWN) await finishClaimed(ends, place, message, around);
  } else if (!isMarked(message)) {
    if (age < STILL_WANTED || await staysInside(ends, place, message)) {
      await deliverLate(ends, place, message);
    } else await refuse(ends, place, message, tooOld());
  } else if (isUnexplained(message, around.messages)) {
    const row = latestTry(around.rows, around.sent, message);
    const text = around.sent.find(({ sid }) => sid === row?.sid);
    const reason = ends.carrier.explain(text?.errorCode ?? null);
    await explain(ends, place, message, reason);
  } else await adoptForsaken(ends, place, message, around);
}

/** What a line bears whose author was told that it did not leave, or was about to be. */
const TOLD = [markFor("failed"), WAITING_MARK];

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
    if (marks?.some((mark) => TOLD.includes(mark))) {
      const refused = neverLeft();
      await refuse(ends, place, message, refused);
      return { refused };
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

const tooOld = () =>
  new Refusal(
    "This text did not leave: Slack told me of it much too late.",
    "Press Retry if it should still be sent.",
    true,
  );
