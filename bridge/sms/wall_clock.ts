const clocks = new Map<string, Intl.DateTimeFormat>();

/** What tells the parts of a moment in a time zone (IANA). Making one takes many times as long as asking it. @throws RangeError for no zone. */
export function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** What the clocks on the wall show, in ms as if they showed UTC. */
export function localClock(ms: number, timeZone: string): number {
  // `10/31/2026, 23:59:59`: the parts one by one take three times as long, and whole months of texts are counted by this.
  const shown = clockOf(timeZone).format(ms).match(/\d+/g) ?? [];
  const [month = 0, day, year = 0, hour, minute, second] = shown.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) +
    (ms - Math.floor(ms / 1000) * 1000);
}

/** How far the clocks on the wall are from UTC, in ms. */
export function offset(ms: number, timeZone: string): number {
  return localClock(ms, timeZone) - ms;
}

/** The next morning's nine o'clock in a time zone, in ms: tomorrow by the clocks on the wall. */
export function tomorrowAtNine(ms: number, timeZone: string): number {
  const local = new Date(localClock(ms, timeZone));
  const nine = Date.UTC(
    local.getUTCFullYear(),
    local.getUTCMonth(),
    local.getUTCDate() + 1,
    9,
  );
  return momentAt(nine, ms, timeZone);
}

/** When the clocks on the wall show a time, in ms: by the clocks of then, which may have been changed since `near`. */
function momentAt(local: number, near: number, timeZone: string): number {
  const moment = local - offset(local - offset(near, timeZone), timeZone);
  // An hour that the clocks leave out is over when they show the next one.
  return moment + Math.max(0, local - localClock(moment, timeZone));
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When business hours begin and end: whole hours of the day. */
interface Hours {
  opens: number;
  closes: number;
}

/**
 * How much of the time between two moments lay in business hours, in ms: from Monday to Friday, by the clocks of a
 * time zone. Where they are changed in the night meanwhile, nothing is lost by it.
 */
export function openTime(
  from: number,
  to: number,
  { opens, closes }: Hours,
  timeZone: string,
): number {
  const begin = localClock(from, timeZone);
  const end = localClock(to, timeZone);
  let open = 0;
  for (let day = begin - begin % DAY; day < end; day += DAY) {
    if (isWeekend(day)) continue;
    const since = Math.max(begin, day + opens * HOUR);
    const until = Math.min(end, day + closes * HOUR);
    open += Math.max(0, until - since);
  }
  return open;
}

/** The first moment by which so many ms of business hours have gone by since another: by then {@link openTime} counts as much. */
export function afterOpenTime(
  from: number,
  ms: number,
  { opens, closes }: Hours,
  timeZone: string,
): number {
  if (closes <= opens) return Infinity;
  const begin = localClock(from, timeZone);
  let left = ms;
  for (let day = begin - begin % DAY;; day += DAY) {
    if (isWeekend(day)) continue;
    const since = Math.max(begin, day + opens * HOUR);
    const open = Math.max(0, day + closes * HOUR - since);
    if (left <= open) return momentAt(since + left, from, timeZone);
    left -= open;
  }
}

function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
