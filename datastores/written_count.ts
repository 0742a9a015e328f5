import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { messageKey, parseMessageKey } from "../bridge/sms/place.ts";

/** How much of the current month has been counted. */
export interface Counted {
  month: string;
  timeZone: string;
  until: number;
  segments: number;
  lines: E164[];
}

/** Where the usage thread is. */
export interface UsageThreadAt {
  channel: string;
  ts: string;
  since: number;
  isRenewed: boolean;
}

/** How a count is written in its row. */
export function writtenCount(
  { month, timeZone, until, segments, lines }: Counted,
): string {
  return [month, timeZone, until, segments, ...lines].join(" ");
}

/** The count in its row. */
export function countedIn(written: string): Counted {
  const [month = "", timeZone = "", until, segments, ...lines] = written
    .split(" ");
  return {
    month,
    timeZone,
    until: Number(until),
    segments: Number(segments),
    lines: lines.filter(isE164),
  };
}

/** How the usage thread's place is written in its row. */
export function writtenThread(
  { channel, ts, since, isRenewed }: UsageThreadAt,
): string {
  return `${messageKey(channel, ts)} ${since} ${
    isRenewed ? "renewed" : "first"
  }`;
}

/** The usage thread's place in its row. */
export function usageThreadIn(written: string): UsageThreadAt {
  const [spot = "", since, which] = written.split(" ");
  return {
    ...parseMessageKey(spot),
    since: Number(since),
    isRenewed: which === "renewed",
  };
}
