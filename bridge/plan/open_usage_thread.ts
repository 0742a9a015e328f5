import { noLine } from "../lines/line_of.ts";
import type { Ends, Spot, UsageThreadAt } from "../ports.ts";
import { RIVALRY } from "../timing.ts";

/**
 * Opens the thread in which texts stand in line, in the channel of the first line. Of several runs that do so at once
 * the earliest message stands, as with cards; only then is it remembered.
 * @param former the thread that it replaces: those who know only that one must be waited for.
 * @throws Refusal when no line is connected.
 */
export async function openUsageThread(
  ends: Ends,
  former: Spot | null,
): Promise<UsageThreadAt> {
  const { clock, conversations, desk, usageThread } = ends;
  const channel = await usageChannel(ends);
  if (!channel) throw noLine();
  const mine = await usageThread.open(channel, former);
  const since = clock.now() - RIVALRY;
  const [first = mine] = await usageThread.rivals(channel, former, since);
  if (first.ts !== mine.ts) await desk.remove(mine);
  const thread = {
    channel,
    ts: first.ts,
    since: clock.now(),
    isRenewed: former !== null,
  };
  await conversations.saveRules({ usageThread: thread });
  return thread;
}

/** The channel of the first line, by number; null when none is connected. */
export async function usageChannel(ends: Ends): Promise<string | null> {
  const lines = (await ends.lines.all()).map(({ number }) => number).sort();
  const openings = await ends.conversations.openings(lines);
  const first = lines.find((each) =>
    openings.some(({ line }) => line === each)
  );
  return openings.find(({ line }) => line === first)?.channel ?? null;
}
