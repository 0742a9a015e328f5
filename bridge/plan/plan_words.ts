import type { Rules } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { nextReset } from "../sms/month.ts";
import { localClock } from "../sms/wall_clock.ts";

/** Why a text does not fit into what the month's plan leaves, when it starts anew, and what to do. */
export function overLimit(
  { limit, before, segments }: {
    limit: number;
    before: number;
    segments: number;
  },
  { timeZone }: Rules,
  now: number,
): Refusal {
  const left = Math.max(0, limit - before);
  const needs = left === 0
    ? "all of them are used"
    : `${left} ${
      left === 1 ? "is" : "are"
    } left, and this text needs ${segments}`;
  return new Refusal(
    `This text did not leave: your plan has ${
      segmentWords(limit)
    } a month, and ${needs}.`,
    `It starts again on ${
      resetDay(now, timeZone)
    }: press Retry then, or ask an admin to change the plan in Clerk's settings.`,
    true,
  );
}

/** What the channel is told when most of the plan, or all of it, is used. */
export function usedWords(
  share: Share,
  { used, limit }: { used: number; limit: number },
  timeZone: string,
  now: number,
): string {
  const day = resetDay(now, timeZone);
  const count = `${used.toLocaleString("en-US")} of ${segmentWords(limit)}`;
  return share === 100
    ? `⛔ This month's plan is used up: ${count}. Texts still come in, but none can leave until ${day}. An admin can change the plan in Clerk's settings.`
    : `⚠️ ${share} % of this month's plan is used: ${count}. It starts again on ${day}. An admin can change the plan in Clerk's settings.`;
}

/** The shares of a plan, in percent, at which the channel is told. */
export type Share = 80 | 100;

/** The greatest share that is used, or null. */
export function shareUsed(used: number, limit: number): Share | null {
  if (used >= limit) return 100;
  return used >= limit * 0.8 ? 80 : null;
}

/** The day on which the next month begins, such as `November 1`. */
export function resetDay(now: number, timeZone: string): string {
  asDay ??= new Intl.DateTimeFormat("en-US", {
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  });
  return asDay.format(localClock(nextReset(now, timeZone), timeZone));
}

let asDay: Intl.DateTimeFormat | undefined;

export function segmentWords(count: number): string {
  return count === 1
    ? "1 segment"
    : `${count.toLocaleString("en-US")} segments`;
}
