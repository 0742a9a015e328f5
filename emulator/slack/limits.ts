import type { Clock } from "../clock.ts";
import type { Method, Tier } from "./method.ts";
import { Windows } from "./windows.ts";

/**
 * Calls that one app may make to one method in any minute. Slack says "20+"; this Slack allows no more than the
 * number it names. https://docs.slack.dev/apis/web-api/rate-limits
 */
const PER_MINUTE: Record<Exclude<Tier, "special">, number> = {
  1: 1,
  2: 20,
  3: 50,
  4: 100,
};

/** chat.postMessage: one a second and channel; a short burst is let through. */
const BURST = 5;

/** The app's rate limits: `slack` as they are, or `off`. People's own clients have none. */
export class Limits {
  readonly #windows: Windows;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly mode: "slack" | "off",
  ) {
    this.#windows = new Windows(clock);
  }

  /** Counts a call. Returns 0, or the seconds to wait. */
  take(method: Method, args: Record<string, unknown>): number {
    if (this.mode === "off") return 0;
    if (method.tier !== "special") {
      return this.#windows.take(method.name, PER_MINUTE[method.tier]);
    }
    if (method.name !== "chat.postMessage") return 0;
    return this.#takePost(String(args.channel));
  }

  #takePost(channel: string): number {
    const now = this.clock.now();
    const bucket = this.#buckets.get(channel) ?? { tokens: BURST, at: now };
    bucket.tokens = Math.min(BURST, bucket.tokens + (now - bucket.at) / 1000);
    bucket.at = now;
    this.#buckets.set(channel, bucket);
    if (bucket.tokens < 1) return 1;
    bucket.tokens -= 1;
    return 0;
  }
}
