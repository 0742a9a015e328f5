/** A message's `ts` as milliseconds since the Unix epoch. */
export function timeOf(ts: string): number {
  return Number(ts) * 1000;
}

const clockTime = new Intl.DateTimeFormat("en-US", {
  hour: "numeric",
  minute: "2-digit",
});
const longDay = new Intl.DateTimeFormat("en-US", {
  weekday: "long",
  month: "long",
});
const stamp = new Intl.DateTimeFormat("en-US", {
  dateStyle: "long",
  timeStyle: "medium",
});

/** `10:42 AM` */
export function shownTime(ms: number): string {
  return clockTime.format(ms);
}

/** Date and time to the second, for a tooltip. */
export function shownStamp(ms: number): string {
  return stamp.format(ms);
}

/** Counts days in the reader's time zone, so that two moments can be told to be of one day. */
export function dayOf(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) /
    86_400_000;
}

/** `Today`, `Yesterday` or `Friday, November 20th`. */
export function shownDay(ms: number, now: number): string {
  const ago = dayOf(now) - dayOf(ms);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  return shownLongDay(ms);
}

/** `Friday, November 20th` */
export function shownLongDay(ms: number): string {
  const date = new Date(ms);
  const day = date.getDate();
  const ending = day % 100 > 10 && day % 100 < 14
    ? "th"
    : ["th", "st", "nd", "rd"][day % 10] ?? "th";
  const [month, weekday] = longDay.format(date).split(" ");
  return `${weekday}, ${month} ${day}${ending}`;
}

/** `3 hours ago`, roughly, as Slack puts it under a thread. */
export function shownAgo(ms: number, now: number): string {
  const minutes = Math.round((now - ms) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) {
    return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  }
  if (dayOf(ms) === dayOf(now)) return `today at ${shownTime(ms)}`;
  return `${shownDay(ms, now)} at ${shownTime(ms)}`.replace(
    /^[TY]/,
    (c) => c.toLowerCase(),
  );
}
