import { recordRefusedByCarrier } from "../consent/record_consent.ts";
import type { Outgoing } from "../outgoing.ts";
import { release, reserve, type Reserved } from "../plan/plan.ts";
import { tellCrossing } from "../plan/tell_used.ts";
import type { CarrierText, Ends, Known, Mark, Spot } from "../ports.ts";
import {
  OptedOut,
  Refusal,
  type Skip,
  skip,
  UnknownFate,
  withFiles,
} from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { markFor, MARKS, type Stage, WAITING_MARK } from "../sms/status.ts";
import { takeOn } from "../team/take_on.ts";
import { FRESH, LATE_TO_LEAVE, WATCH } from "../timing.ts";
import { unlessOut } from "../unless_out.ts";
import { fail } from "./explain_failure.ts";
import { findDeparted } from "./find_departed.ts";
import { checkConnected, checkMayLeave } from "./may_leave.ts";
import { isOvertaken } from "./settle_pin.ts";
import { watchText } from "./watch_text.ts";

/** How a delivery ended, as far as it was watched. */
export type Delivery =
  | { sid: string; stage: Stage }
  | { refused: Refusal }
  | { unknown: string }
  | Skip;

/**
 * Takes one message from Slack to the phone: claims it, hands it to the carrier, marks it and watches it for a
 * while. Whatever happens on the way, it is handed over at most once; a run that dies leaves ⏳ behind, which
 * catch-up resolves by the carrier's record.
 */
export async function deliverMessage(
  ends: Ends,
  outgoing: Outgoing,
): Promise<Delivery> {
  const { spot, place } = outgoing;
  const start = ends.clock.now();
  const [unclaimed, files, known] = await Promise.all([
    claimMessage(ends, spot),
    outgoing.files ?? filesOn(ends, outgoing),
    outgoing.known ?? ends.conversations.find(place.line, place.contact),
  ]);
  return unclaimed ??
    await deliverClaimed(ends, { ...outgoing, files, known }, start);
}

/** Why a run has not claimed a message. */
export type Unclaimed = Skip | { unknown: string };

/** Claims a message for this run alone. @returns null once it has it, and otherwise why not. */
export async function claimMessage(
  { desk }: Ends,
  spot: Spot,
): Promise<Unclaimed | null> {
  const claim = await desk.claim(spot, WAITING_MARK);
  if (claim === "gone") return skip("the message is gone");
  if (claim === "lost") return skip("another run has the message");
  if (claim === "unknown") return { unknown: "Slack did not confirm the ⏳" };
  return null;
}

/** The same for a message that this run has claimed. @param start when it began to (milliseconds). */
export async function deliverClaimed(
  ends: Ends,
  outgoing: Outgoing & { files: number; known: Known },
  start: number,
): Promise<Delivery> {
  const { desk, clock } = ends;
  const { spot, files, known } = outgoing;
  // The first run for a message keeps its ⏳ for two seconds at least. Whoever gets it later looks what else stands there.
  if (outgoing.again || clock.now() - tsToMs(spot.ts) > FRESH) {
    const marks = await desk.marksOn(spot);
    if (marks && isTaken(marks, outgoing)) {
      await desk.unmark(spot, WAITING_MARK);
      return skip("the message has been taken care of");
    }
  }
  if (outgoing.again) {
    for (const each of [spot, ...outgoing.mirrors]) {
      await desk.unmark(each, markFor("failed"));
    }
  }

  if (files > 0) {
    const refused = withFiles();
    await fail(ends, outgoing, refused);
    return { refused };
  }
  const handed = await handOver(ends, outgoing, known, start);
  if ("ended" in handed) return handed.ended;
  const [answers] = await Promise.all([
    answer(ends, outgoing, start),
    handed.reserved && tellCrossing(ends, handed.reserved, known.rules),
    ...[spot, ...outgoing.mirrors].map((each) =>
      desk.mark(each, markFor("sent"))
    ),
  ]);
  const answeredAt = answers ? clock.now() : null;
  const [watched] = await Promise.all([
    watchText(ends, outgoing, handed.text, start, answeredAt),
    unlessOut(() => takeOn(ends, outgoing, known)),
  ]);
  return watched;
}

/** Whether another run has taken care of a message, by its marks: one that is tried again has lost its ❌ by then. */
function isTaken(marks: Mark[], { again }: Outgoing): boolean {
  return again
    ? !marks.includes(markFor("failed"))
    : marks.some((mark) => MARKS.includes(mark));
}

/**
 * Takes the pin off, unless the contact has written again since a message that leaves late. Then it is looked once more
 * afterwards: what came meanwhile stood under the pin that has just been taken off.
 * @returns whether there was a pin to take off.
 */
async function answer(
  { desk }: Ends,
  { place, spot }: Outgoing,
  start: number,
): Promise<boolean> {
  const posted = tsToMs(spot.ts);
  const isLate = start - posted > LATE_TO_LEAVE;
  const isOver = async () =>
    isOvertaken((await desk.thread(place, posted)).messages, spot.ts);
  if (isLate && await isOver()) return false;
  const hadPin = await desk.unpin(place);
  if (!isLate || !hadPin || !await unlessOut(isOver)) return hadPin;
  await unlessOut(() => desk.pin(place));
  return false;
}

/** How many files hang on a message: the event that tells of it does not tell of them. */
async function filesOn(
  { desk }: Ends,
  { isTyped, place, spot }: Outgoing,
): Promise<number> {
  if (!isTyped) return 0;
  // In a direct channel whatever is asked for by itself is found.
  return await desk.filesOn(spot, place.direct ? spot.ts : place.ts);
}

async function handOver(
  ends: Ends,
  outgoing: Outgoing,
  { opening, standing, rules }: Known,
  start: number,
): Promise<
  { text: CarrierText; reserved: Reserved | null } | { ended: Delivery }
> {
  const { place, body, by } = outgoing;
  let reserved: Reserved | null = null;
  try {
    checkConnected(place.line, opening);
    checkMayLeave({ line: place.line, body }, standing, rules);
    reserved = await reserve(ends, outgoing, rules);
    const text = await ends.carrier.send({
      line: place.line,
      contact: place.contact,
      body,
      watchedUntil: outgoing.unwatched ? start : start + WATCH,
    });
    return { text, reserved };
  } catch (error) {
    if (error instanceof Refusal) {
      if (reserved) await release(ends, reserved);
      await fail(ends, outgoing, error);
      if (error instanceof OptedOut) {
        await recordRefusedByCarrier(ends, place, ends.clock.now());
      }
      return { ended: { refused: error } };
    }
    if (!(error instanceof UnknownFate)) throw error;
    await ends.clock.sleep(2 * FRESH);
    const found = await findDeparted(ends, place, outgoing.spot, body, true);
    if (found) return { text: found, reserved };
    if (by) {
      await ends.desk.tell(
        {
          channel: place.channel,
          threadTs: place.direct ? undefined : place.ts,
        },
        by,
        "The carrier gave no answer, so I cannot tell yet whether this text left. Please do not send it again: " +
          "I will look it up and mark the message.",
      );
    }
    return { ended: { unknown: error.message } };
  }
}
