import type { Ends, Rules } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { type Month, monthStart } from "../sms/month.ts";
import type { Reserved } from "./plan.ts";
import { shareUsed, usedWords } from "./plan_words.ts";

/** How much of a month's plan is used. */
interface UsedUp {
  month: Month;
  limit: number;
  used: number;
}

/** Tells the channel at once when a text that has just left carries the month over 80 or 100 % of the plan. */
export async function tellCrossing(
  ends: Ends,
  { month, limit, before, segments }: Reserved,
  rules: Rules,
): Promise<void> {
  const used = before + segments;
  if (shareUsed(used, limit) === shareUsed(before, limit)) return;
  try {
    await tellUsed(ends, { month, limit, used }, rules);
  } catch (error) {
    // Catch-up says it, then.
    if (!(error instanceof Outage)) throw error;
    console.error(`notice left to catch-up: ${error.message}`);
  }
}

/**
 * Tells the channel how much of the plan is used, if it is 80 or 100 % and that has not been said of this month and
 * limit. Of several who say the same at once the first stands.
 */
export async function tellUsed(
  { clock, desk, usageThread }: Ends,
  { month, limit, used }: UsedUp,
  { timeZone, usageThread: thread }: Rules,
): Promise<void> {
  const share = shareUsed(used, limit);
  if (!share || !thread) return;
  const about = `${month}:${limit}:${share}`;
  const now = clock.now();
  const since = monthStart(now, timeZone);
  const said = async () =>
    (await usageThread.read(thread, since)).notices
      .find((notice) => notice.about === about);
  if (await said()) return;
  const words = usedWords(share, { used, limit }, timeZone, now);
  const mine = await usageThread.say(thread, words, about);
  const first = await said();
  if (first && first.ts !== mine.ts) await desk.remove(mine);
}
