import type { Clock, Ends, Rules } from "../ports.ts";
import { afterOpenTime } from "../sms/wall_clock.ts";
import { IN_TIME, SKEW } from "../timing.ts";
import { unlessOut } from "../unless_out.ts";

const MINUTE = 60_000;

/** The name under which the runs are arranged that remind; behind it stands for when. */
const REMINDER = "Remind of who waits at ";

/**
 * Those that a crowd has arranged begin so long (milliseconds) apart for each of the clock's: the first one does what
 * all are for, and calls most of them off. All at once would have Slack refuse what shows whether one has reminded.
 */
const APART = 30;

/** One that is to begin at once begins after this long (milliseconds): what has just been written is read by then. */
const SOON = 10_000;

/**
 * Has somebody reminded of who waits from now on, when the time has come. Whoever has begun to wait before is reminded
 * of no later, and the run that does so arranges the next one: so mostly one stands, and it costs no call.
 */
export async function remindInTime(
  ends: Ends,
  rules: Rules,
): Promise<void> {
  const { nudgeAfter, hours, timeZone } = rules;
  if (nudgeAfter === null || ends.workingOff) return;
  const now = ends.clock.now();
  const due = afterOpenTime(now, nudgeAfter * MINUTE, hours, timeZone);
  await unlessOut(() => remindBy(ends, rules, due));
}

/**
 * Has a run begin by a moment (milliseconds) that sees what is due by then, unless one is known that will. It is made
 * before it is remembered: of a run that dies between, one too many is left, and none too few.
 */
export async function remindBy(
  ends: Ends,
  { remindsAt }: Pick<Rules, "remindsAt">,
  moment: number,
): Promise<void> {
  const isToCome = remindsAt > ends.clock.now() + SKEW;
  if (isToCome && remindsAt <= moment + IN_TIME / 2) return;
  await arrange(ends, moment + ends.clock.now() % 1000 * APART);
}

/**
 * Sees to it that of the runs that are arranged one stands, early enough; clears away those that have begun. One that
 * is to come goes only where one stands that begins no later: somebody who waits since may rely on it. Of one
 * whose making got no answer several may have been made.
 * @param moment by when (milliseconds) one is needed; null where none is.
 * @param seen up to when (milliseconds) all that is due has been seen.
 */
export async function keepReminder(
  ends: Ends,
  { remindsAt }: Pick<Rules, "remindsAt">,
  moment: number | null,
  seen: number,
): Promise<void> {
  const { clock, conversations, errands } = ends;
  const arranged = await errands.arranged(REMINDER);
  const toCome = arranged.map(momentOf).filter((at) => at > seen);
  const first = Math.min(...toCome);
  const isLate = moment !== null &&
    first > earliest(clock, moment) + IN_TIME / 2;
  if (isLate) await arrange(ends, moment);
  const over = arranged.filter((name) => isLate || momentOf(name) !== first);
  if (over.length > 0) await errands.callOff(...over);
  const stands = first === Infinity ? 0 : first;
  if (!isLate && stands !== remindsAt) {
    await conversations.saveRules({ remindsAt: stands });
  }
  if (arranged.length - over.length > 1) await errands.leaveOne(nameOf(first));
}

async function arrange(
  { clock, conversations, errands }: Ends,
  moment: number,
): Promise<void> {
  const at = earliest(clock, moment);
  if (at === Infinity) return;
  await errands.arrange("remind", nameOf(at), at);
  await conversations.saveRules({ remindsAt: at });
}

function earliest(clock: Clock, moment: number): number {
  return Math.max(moment, clock.now() + SOON);
}

function nameOf(at: number): string {
  return REMINDER + new Date(at).toISOString();
}

function momentOf(name: string): number {
  return Date.parse(name.slice(REMINDER.length));
}
