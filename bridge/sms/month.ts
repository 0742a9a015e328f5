import { clockOf, localClock, offset } from "./wall_clock.ts";

/** A calendar month, such as `2026-03`. */
export type Month = string;

/** The calendar month of a moment (ms since the epoch) in a time zone (IANA), in which usage is counted. */
export function monthOf(ms: number, timeZone: string): Month {
  return monthAt(localClock(ms, timeZone));
}

/**
 * When the next month begins in a time zone, in ms: its first instant, which is after midnight where clocks skip that. Where clocks
 * are put back over midnight a month can begin twice; both beginnings count.
 */
export function nextReset(ms: number, timeZone: string): number {
  const month = monthOf(ms, timeZone);
  const local = new Date(localClock(ms, timeZone));
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1);
  // No zone is further from UTC, and where its clocks change at that time, midnight is told by what they showed before or after: of
  // those who skip it, all skip from midnight itself.
  const moments = [
    midnight - offset(midnight - MOST, timeZone),
    midnight - offset(midnight + MOST, timeZone),
  ].filter((it) => it > ms && monthOf(it, timeZone) > month);
  return Math.min(...moments);
}

/** When the month of a moment began in a time zone, in ms. */
export function monthStart(ms: number, timeZone: string): number {
  const month = monthOf(ms, timeZone);
  // Some day of the month before, or of the one before that.
  let start = nextReset(ms - 40 * DAY, timeZone);
  while (monthOf(start, timeZone) < month) start = nextReset(start, timeZone);
  return start;
}

/** The day of the month of a moment in a time zone, from 1 on. */
export function dayOf(ms: number, timeZone: string): number {
  return new Date(localClock(ms, timeZone)).getUTCDate();
}

/** The `count` months before `month`, the oldest first. */
export function previousMonths(month: Month, count: number): Month[] {
  const [year, number] = month.split("-").map(Number);
  if (!year || !number) throw new TypeError(`not a month: ${month}`);
  return Array.from(
    { length: count },
    (_, index) => monthAt(Date.UTC(year, number - 1 - count + index)),
  );
}

/** Says whether `timeZone` is one whose months can be told. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return clockOf(timeZone) !== undefined;
  } catch {
    return false;
  }
}

const DAY = 24 * 60 * 60 * 1000;

const MOST = 16 * 60 * 60 * 1000;

function monthAt(local: number): Month {
  const date = new Date(local);
  const month = String(date.getUTCMonth() + 1).padStart(2, "0");
  return `${date.getUTCFullYear()}-${month}`;
}
