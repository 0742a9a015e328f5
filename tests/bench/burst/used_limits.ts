import type { JournalEntry } from "../../../emulator/journal.ts";
import { METHODS } from "../../../emulator/slack/registry.ts";

/** How much of one of Slack's limits was used. */
export interface Used {
  method: string;
  /** Calls that Slack answered. */
  taken: number;
  /** Calls that it refused for haste. */
  refused: number;
  /** The most in any minute. */
  busiest_minute: number;
  /** What Slack publishes as the least that it takes in a minute; null for none. */
  published: number | null;
}

const MINUTE = 60_000;

/** https://docs.slack.dev/apis/web-api/rate-limits */
const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;

/** One message a second and channel; a webhook trigger takes ten rings a minute. */
const SPECIAL: Record<string, number> = {
  "chat.postMessage": 60,
  "POST /triggers": 10,
};

/** How much of each limit was used between two moments (milliseconds), the nearest to its limit first. */
export function used(
  calls: JournalEntry[],
  from: number,
  until: number,
): Used[] {
  const meanwhile = calls.filter(({ side, start }) =>
    side === "slack" && start >= from && start <= until
  );
  const methods = Map.groupBy(meanwhile, ({ method }) => method);
  return [...methods].map(([method, entries]) => {
    const taken = entries.filter(({ outcome }) => !isHaste(outcome));
    return {
      method,
      taken: taken.length,
      refused: entries.length - taken.length,
      busiest_minute: busiest(taken),
      published: publishedFor(method),
    };
  }).sort((one, other) => nearness(other) - nearness(one));
}

function isHaste(outcome: string | null): boolean {
  return outcome === "ratelimited" || outcome === "rate_limited";
}

function busiest(calls: JournalEntry[]): number {
  return Math.max(
    0,
    ...calls.map(({ start }, at) =>
      calls.slice(at).findIndex((each) => each.start >= start + MINUTE)
    ).map((found, at) => found < 0 ? calls.length - at : found),
  );
}

function publishedFor(method: string): number | null {
  const tier = METHODS.get(method)?.tier;
  if (tier && tier !== "special") return TIERS[tier];
  return SPECIAL[method] ?? null;
}

function nearness({ busiest_minute, published }: Used): number {
  return published === null ? 0 : busiest_minute / published;
}
