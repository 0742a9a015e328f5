import { afterBusiness, type Reminding } from "./business_hours.ts";
import type { Seen } from "./seen.ts";
import type { Reminder, Wait } from "./waits.ts";

const MINUTE = 60_000;

/** How late a reminder may be (milliseconds), as the README has it. */
const IN_TIME = 2 * MINUTE;

/** The same where the run that was to remind died, or was never started: then it comes with a catch-up. */
const BY_CATCH_UP = 65 * MINUTE;

/** Slack tells since when something is pinned in whole seconds (milliseconds). */
const SECOND = 1_000;

/** Who reminds may not know yet that the wait is over (milliseconds): no run lives longer. */
const RUN_LIFE = 60_000;

/** In so many channels it is looked who waits; where there are more, in half of them in turn, as the README has it. */
const LOOKED_INTO = 6;
const TURN = 5 * MINUTE;

/** Of who waits too long the assignees are reminded once, and the channel once; in time, and nobody else is. */
export function* reminded(seen: Seen): Generator<string> {
  const { reminding, waits } = seen;
  for (const reminder of waits.reminders) {
    if (waits.wasQueued(reminder)) continue;
    const wait = waitOf(reminder, seen);
    const what = `${reminder.contact} with ${reminder.line} (${reminder.ts})`;
    if (!wait || !reminding) {
      yield `reminded of somebody who did not wait: ${what}`;
      continue;
    }
    const { at, whom } = reminder;
    const isSecond = whom === "channel" &&
      waits.ownedBetween(wait, wait.from, at) === "somebody's";
    const due = dueAt(wait, reminding, isSecond ? 2 : 1);
    if (at < due - SECOND) yield `reminded ${due - at} ms too soon: ${what}`;
    const same = waits.reminders.filter((each) =>
      each.whom === whom && !each.isHidden && waitOf(each, seen) === wait
    );
    if (same.length > 1) yield `the ${whom} reminded twice: ${what}`;
  }
  if (!reminding) return;
  for (const wait of waits.all) yield* missing(wait, reminding, seen);
}

/** What the team should have been told of a wait, and was not, or not in time. */
function* missing(
  wait: Wait,
  reminding: Reminding,
  seen: Seen,
): Generator<string> {
  const { waits, now } = seen;
  if (waits.wasQueued(wait) || !isSeen(wait, seen)) return;
  const given = waits.reminders.filter((each) => waitOf(each, seen) === wait);
  const who = `${wait.contact} with ${wait.line} (${wait.ts})`;
  for (const times of [1, 2]) {
    const due = dueAt(wait, reminding, times);
    const latest = due + lateness(due, seen);
    if (latest > Math.min(wait.until, now)) return;
    const owned = waits.ownedBetween(wait, wait.from, latest);
    const isForChannel = times === 2 || owned === "nobody's";
    const isGiven = given.some(({ whom, at }) =>
      at <= latest && (!isForChannel || whom === "channel")
    );
    if (isGiven) continue;
    const whom = isForChannel ? "channel" : "assignees";
    yield `the ${whom} not reminded in time: ${who}`;
  }
}

/**
 * The wait that a reminder is of, as it says itself: between the look at the pins and the reminder somebody may be
 * answered, and text again.
 */
function waitOf(
  { line, contact, channel, since, at }: Reminder,
  { waits }: Seen,
): Wait | undefined {
  return waits.all.findLast((wait) =>
    wait.line === line && wait.contact === contact &&
    wait.channel === channel && wait.from <= at &&
    at <= wait.until + RUN_LIFE &&
    Math.floor(wait.from / SECOND) * SECOND === since
  );
}

function dueAt(wait: Wait, reminding: Reminding, times: number): number {
  return afterBusiness(
    wait.from,
    times * reminding.after * MINUTE,
    reminding,
  );
}

/** Once a catch-up has come after all that went wrong, whatever is due later comes in time. */
function lateness(due: number, { calmSince, channels }: Seen): number {
  const turns = channels <= LOOKED_INTO
    ? 0
    : Math.ceil((channels - LOOKED_INTO / 2) / (LOOKED_INTO / 2));
  if (due > calmSince + BY_CATCH_UP) return IN_TIME + turns * TURN;
  return Math.max(0, calmSince - due) + BY_CATCH_UP + turns * TURN;
}

/** Whether whoever reminds could see that wait: the conversation is there, and the app is in the channel. */
function isSeen(
  { line, contact, channel, ts }: Wait,
  { conversations, picture }: Seen,
): boolean {
  return !picture.shut.includes(channel) &&
    conversations.some((row) =>
      row.line === line && row.contact === contact &&
      row.channel === channel && row.ts === ts
    );
}
