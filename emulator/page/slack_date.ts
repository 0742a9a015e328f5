import { dayOf, shownAgo, shownLongDay, shownTime } from "./times.ts";

function written(ms: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-US", options).format(ms);
}

const NUMERIC = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

const TOKENS: Readonly<Record<string, (ms: number, now: number) => string>> = {
  date_num: (ms) =>
    written(ms, NUMERIC).replace(/(.*)\/(.*)\/(.*)/, "$3-$1-$2"),
  date_slash: (ms) => written(ms, NUMERIC),
  date: (ms) =>
    `${shownLongDay(ms).split(", ")[1]}, ${new Date(ms).getFullYear()}`,
  date_short: (ms) => written(ms, { dateStyle: "medium" }),
  date_long: (ms) => `${shownLongDay(ms)}, ${new Date(ms).getFullYear()}`,
  time: shownTime,
  time_secs: (ms) => written(ms, { timeStyle: "medium" }),
  ago: shownAgo,
};

/**
 * A moment in a format such as `{date_short_pretty} at {time}`, in the reader's own time zone.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function shownDate(ms: number, format: string, now: number): string {
  return format.replace(/\{([a-z_]+)\}/g, (token, name: string) => {
    const pretty = name.endsWith("_pretty");
    const near = pretty ? nearDay(ms, now) : undefined;
    return near ?? TOKENS[name.replace(/_pretty$/, "")]?.(ms, now) ?? token;
  });
}

function nearDay(ms: number, now: number): string | undefined {
  const ahead = dayOf(ms) - dayOf(now);
  return ["yesterday", "today", "tomorrow"][ahead + 1];
}
