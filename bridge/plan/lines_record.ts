import type { CarrierText, Ends } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { textsOf } from "./count_used.ts";

/** How far back a line is listed at least (milliseconds): an hourly count goes through a day, which may have 25 hours, once more. */
const SPAN = 28 * 60 * 60 * 1000;

/** The carrier's lists have whole seconds. */
const SECOND = 1000;

/** What the carrier has of the lines, which a catch-up asks for once: several of its parts go through it. */
export class LinesRecord {
  /** Since when this is what the carrier has (milliseconds): it may have more by now. */
  readonly at: number;
  readonly #lists = new Map<E164, { since: number; texts: CarrierText[] }>();

  constructor(private readonly ends: Ends) {
    this.at = ends.clock.now();
  }

  /** All that a line has received, and then all that it has sent, since a moment (milliseconds), each oldest first. */
  async textsOf(line: E164, since: number): Promise<CarrierText[]> {
    const known = this.#lists.get(line);
    if (known && known.since <= since) {
      return known.texts.filter(({ createdAt }) => createdAt >= since - SECOND);
    }
    const from = Math.min(since, this.at - SPAN);
    const texts = await textsOf(this.ends, line, from);
    this.#lists.set(line, { since: from, texts });
    return await this.textsOf(line, since);
  }
}
