import * as z from "zod/mini";

/** How the app knew a contact to stand from a moment on (virtual milliseconds). */
export interface StandingAt {
  contact: string;
  at: number;
  isOptedOut: boolean;
  /** Since when they are on Do Not Disturb; null when they are not. */
  quietSince: number | null;
  /** When their last time on Do Not Disturb was over; null where there was none. */
  quietUntil: number | null;
}

const Row = z.object({
  opted_out: z.optional(z.boolean()),
  disturbed_at: z.optional(z.number()),
  quiet: z.optional(z.array(z.string())),
});

const KEY = /^contact:/;

/** Everything that the app has ever known of how contacts stand, oldest first. */
export class Standings {
  readonly #known: StandingAt[] = [];

  /** Notes how a contact stands now, where the row that was written is about that. */
  note(id: string, row: unknown, now: number): void {
    if (!KEY.test(id)) return;
    const { data } = z.safeParse(Row, row);
    if (!data) return;
    const { opted_out = false, disturbed_at = 0, quiet = [] } = data;
    const times = quiet.map((each) => each.split("-").map(Number));
    const isOver = times.some(([from]) => from === disturbed_at);
    this.#known.push({
      contact: id.replace(KEY, ""),
      at: now,
      isOptedOut: opted_out,
      quietSince: isOver || disturbed_at === 0 ? null : disturbed_at,
      quietUntil: times.at(-1)?.[1] ?? null,
    });
  }

  /** What was known of a contact at any time between two moments, oldest first. */
  between(contact: string, from: number, to: number): StandingAt[] {
    const theirs = this.#known.filter((each) => each.contact === contact);
    const before = theirs.findLast(({ at }) => at <= from) ??
      { ...NOTHING_KNOWN, contact };
    return [before, ...theirs.filter(({ at }) => at > from && at <= to)];
  }

  /** How a contact stands at last. */
  now(contact: string): StandingAt {
    return this.#known.findLast((each) => each.contact === contact) ??
      { ...NOTHING_KNOWN, contact };
  }

  /** The contact's times on Do Not Disturb; one that is not over has no end. */
  quietTimes(contact: string): { from: number; until: number }[] {
    const times: { from: number; until: number }[] = [];
    for (const each of this.#known) {
      if (each.contact !== contact) continue;
      const last = times.at(-1);
      const isOpen = last?.until === Infinity;
      if (isOpen && each.quietSince !== last.from) {
        const { at, quietUntil } = each;
        last.until = (quietUntil ?? 0) > last.from ? quietUntil ?? at : at;
      }
      if (each.quietSince !== null && each.quietSince !== last?.from) {
        times.push({ from: each.quietSince, until: Infinity });
      }
    }
    return times;
  }
}

const NOTHING_KNOWN = {
  at: 0,
  isOptedOut: false,
  quietSince: null,
  quietUntil: null,
};
