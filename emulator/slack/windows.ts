import type { Clock } from "../clock.ts";

/** Counts what happened within the last minute, by key. */
export class Windows {
  readonly #times = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Counts one more and returns 0, or returns the seconds to wait when `limit` in `ms` is used up. */
  take(key: string, limit: number, ms = 60_000): number {
    const now = this.clock.now();
    const times = this.#times.get(key) ?? [];
    let old = 0;
    while (old < times.length && (times[old] ?? 0) <= now - ms) old++;
    if (old > 0) times.splice(0, old);
    const oldest = times[0];
    if (oldest !== undefined && times.length >= limit) {
      return Math.max(1, Math.ceil((oldest + ms - now) / 1000));
    }
    times.push(now);
    this.#times.set(key, times);
    return 0;
  }
}
