import type { Outgoing } from "../outgoing.ts";
import type {
  CarrierText,
  Ends,
  Reservation,
  Rules,
  Spot,
  UsageThreadAt,
} from "../ports.ts";
import { Outage, PlaceGone, Refusal } from "../refusal.ts";
import { type Month, monthOf } from "../sms/month.ts";
import { messageKey, tsToMs } from "../sms/place.ts";
import { segmentsOf } from "../sms/segments.ts";
import { RUN_LIFE, SKEW } from "../timing.ts";
import { countUsed } from "./count_used.ts";
import { openUsageThread } from "./open_usage_thread.ts";
import { overLimit } from "./plan_words.ts";

/** What a text may take of the plan, until the carrier has it. */
export interface Reserved {
  month: Month;
  limit: number;
  /** Segments of the month before this text: on the carrier's record, or on their way. */
  before: number;
  segments: number;
  /** Its place in line; null where there is so much left that nobody stands in line. */
  spot: Spot | null;
}

/** A reservation older than this is of a run that is dead, and whose text the carrier has by now, or never gets. */
const HELD = RUN_LIFE + SKEW;

/** How far back the line is read: the dead count no more, but records that are theirs must not be taken for others'. */
export const IN_LINE = 3 * HELD;

/**
 * The most segments that all runs together can add in two lives of a run. Each text needs a ⏳, and Slack lets an app
 * add about 50 reactions a minute (https://docs.slack.dev/apis/web-api/rate-limits, tier 3): twice that, for two
 * minutes, of texts that are as long as a text can be, 24 segments.
 */
const IN_FLIGHT = 200 * 24;

/**
 * Takes for a text what it needs of the month's plan, before it is handed to the carrier. However many are sent at
 * once, they never pass the limit together:
 *
 * The carrier's record is the truth, but it is told of a text only by creating it, and between looking and creating
 * others create as well. So each run first takes its place in line: it posts its reservation in one thread, in which
 * Slack puts messages in one order for everybody, and reads the thread back. It may go on only when the carrier's
 * record of the month, and what was reserved before it and is not yet on that record, leave room for it. Consider of
 * all texts that went on the last in line: each one before it was either on the record it read, or in the line it
 * read, so with itself they fit. That needs no lock and no clock but one: a run is dead after a minute, and what it
 * reserved counts no more. It does not matter which of the two is read first, as long as who is dead is judged by a
 * moment before both; for that, who has sent leaves the reservation standing, and catch-up clears it away.
 *
 * Which reservation a record belongs to is told by line, contact, segments and time: one record for one reservation,
 * the earliest first. A later one that is taken for an earlier one does no harm: it went on only because all before it
 * had room as well.
 *
 * Where more is left than all runs together can use before they are seen on the record, nobody stands in line. Texts
 * that come in while a text is on its way out are counted after it: receiving is never blocked.
 *
 * @returns null where there is no limit: then nothing is asked of anybody.
 * @throws Refusal when it does not fit, or that cannot be known now; nothing has left then.
 */
export async function reserve(
  ends: Ends,
  outgoing: Outgoing,
  rules: Rules,
): Promise<Reserved | null> {
  const { monthlyLimit: limit } = rules;
  if (limit === null) return null;
  try {
    return await takePlace(ends, outgoing, rules, limit);
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(`not counted: ${error.message}`);
    throw notCounted();
  }
}

/** Gives back what a text that did not leave had reserved. Best effort: it counts no more in a minute anyway. */
export async function release(
  { desk }: Ends,
  { spot }: { spot: Spot | null },
): Promise<void> {
  if (!spot) return;
  try {
    await desk.remove(spot);
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
  }
}

async function takePlace(
  ends: Ends,
  { place: { line, contact }, spot, body }: Outgoing,
  rules: Rules,
  limit: number,
): Promise<Reserved> {
  const now = ends.clock.now();
  const { segments } = segmentsOf(body);
  // The carrier may make the record a moment earlier or later than this clock says: near a month's end both must fit.
  const moments = [now - SKEW, now + RUN_LIFE];
  const since = now - 2 * IN_LINE;
  const { total, texts } = await countUsed(ends, rules, now - SKEW, since);
  const before = Math.max(
    ...moments.map((at) => total(monthOf(at, rules.timeZone))),
  );
  const reserved: Reserved = {
    month: monthOf(now, rules.timeZone),
    limit,
    before,
    segments,
    spot: null,
  };
  if (before + segments > limit) throw overLimit(reserved, rules, now);
  if (before + IN_FLIGHT <= limit) return reserved;
  const id = `${messageKey(spot.channel, spot.ts)}:${now}`;
  const thread = await threadOf(ends, rules, now);
  const reservation = { id, line, contact, segments };
  const mine = await standInLine(ends, thread, reservation);
  const { reservations } = await ends.usageThread.read(thread, now - IN_LINE);
  const ahead = reservedAhead(reservations, id, texts, now);
  if (before + ahead + segments > limit) {
    await release(ends, { spot: mine });
    throw overLimit({ ...reserved, before: before + ahead }, rules, now);
  }
  return { ...reserved, before: before + ahead, spot: mine };
}

/** The thread to stand in line in. A run that knows only the one before it may still be at work for a minute. */
async function threadOf(
  ends: Ends,
  { usageThread }: Rules,
  now: number,
): Promise<UsageThreadAt> {
  if (!usageThread) return await openUsageThread(ends, null);
  if (usageThread.isRenewed && now - usageThread.since < HELD + SKEW) {
    throw countedAnew();
  }
  return usageThread;
}

async function standInLine(
  ends: Ends,
  thread: UsageThreadAt,
  reservation: Reservation,
): Promise<Spot> {
  try {
    return await ends.usageThread.reserve(thread, reservation);
  } catch (error) {
    if (!(error instanceof PlaceGone)) throw error;
    await openUsageThread(ends, thread);
    throw countedAnew();
  }
}

/** Segments reserved before one's own reservation that are not on the carrier's record yet, and may still get there. */
function reservedAhead(
  reservations: (Reservation & Spot)[],
  own: string,
  texts: CarrierText[],
  now: number,
): number {
  const records = texts.filter(({ inbound, isAutomatic }) =>
    !inbound && !isAutomatic
  );
  const met = new Set<string>();
  let ahead = 0;
  for (const { id, line, contact, segments, ts } of reservations) {
    if (id === own) return ahead;
    // A post without an answer is made twice; it is one reservation.
    if (met.has(id)) continue;
    met.add(id);
    const at = tsToMs(ts);
    const record = records.findIndex((text) =>
      text.from === line && text.to === contact &&
      text.segments === segments && text.createdAt >= at - SKEW &&
      text.createdAt <= at + HELD
    );
    if (record >= 0) records.splice(record, 1);
    else if (at > now - HELD) ahead += segments;
  }
  throw new Outage("the reservation does not stand in the usage thread");
}

const notCounted = () =>
  new Refusal(
    "This text did not leave: Slack or Twilio was too slow to say how much of the plan is used.",
    "Press Retry to send it now.",
    true,
  );

const countedAnew = () =>
  new Refusal(
    "This text did not leave: the thread in which I count what your plan leaves was gone, and I have begun a new one.",
    "Press Retry in a minute.",
    true,
  );
