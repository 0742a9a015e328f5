import * as z from "zod/mini";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKDAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];

/** When a scheduled trigger goes off. Monthly and yearly ones are refused: this Slack does not have them. */
export const Schedule = z.object({
  start_time: z.string(),
  timezone: z.optional(z.string()),
  end_time: z.optional(z.string()),
  occurrence_count: z.optional(z.int()),
  frequency: z.optional(z.object({
    type: z.string(),
    repeats_every: z.optional(z.int()),
    on_days: z.optional(z.array(z.string())),
  })),
});

export type Schedule = z.output<typeof Schedule>;

const FREQUENCIES = ["once", "hourly", "daily", "weekly"];

/** What is wrong with a schedule, or null. "Start_time must always be in the future." @param now milliseconds */
export function checkSchedule(schedule: Schedule, now: number): string | null {
  const start = Date.parse(schedule.start_time);
  if (Number.isNaN(start)) return "start_time must be an ISO 8601 date";
  if (start <= now) return "start_time must be in the future";
  const frequency = schedule.frequency;
  const type = frequency?.type ?? "once";
  if (!FREQUENCIES.includes(type)) return `unsupported frequency: ${type}`;
  if ((frequency?.repeats_every ?? 1) < 1) {
    return "repeats_every must be at least 1";
  }
  if (frequency?.on_days && type !== "weekly") {
    return "on_days is for weekly triggers";
  }
  for (const day of frequency?.on_days ?? []) {
    if (!WEEKDAYS.includes(day)) return `not a day of the week: ${day}`;
  }
  if (
    schedule.end_time && Number.isNaN(Date.parse(schedule.end_time))
  ) return "end_time must be an ISO 8601 date";
  return null;
}

/**
 * The first moment after `after` at which the schedule goes off, or null when it is over; milliseconds. Days are
 * counted in 24 hours from the start, so that a change of the clocks does not move them.
 */
export function nextOccurrence(
  schedule: Schedule,
  after: number,
  fired: number,
): number | null {
  const start = Date.parse(schedule.start_time);
  const type = schedule.frequency?.type ?? "once";
  if (fired >= (schedule.occurrence_count ?? Infinity)) return null;
  if (type === "once" && fired > 0) return null;
  const next = start > after ? start : following(schedule, start, after);
  if (next === null) return null;
  const end = schedule.end_time ? Date.parse(schedule.end_time) : Infinity;
  return next <= end ? next : null;
}

function following(
  schedule: Schedule,
  start: number,
  after: number,
): number | null {
  const type = schedule.frequency?.type;
  const every = schedule.frequency?.repeats_every ?? 1;
  if (type === "hourly" || type === "daily") {
    const period = every * (type === "hourly" ? HOUR : DAY);
    return start + (Math.floor((after - start) / period) + 1) * period;
  }
  if (type !== "weekly") return null;
  const first = WEEKDAYS[new Date(start).getUTCDay()] ?? "";
  const days = schedule.frequency?.on_days ?? [first];
  for (let day = Math.floor((after - start) / DAY) + 1;; day++) {
    const moment = start + day * DAY;
    const week = Math.floor(day / 7);
    const name = WEEKDAYS[new Date(moment).getUTCDay()] ?? "";
    if (week % every === 0 && days.includes(name)) return moment;
  }
}
