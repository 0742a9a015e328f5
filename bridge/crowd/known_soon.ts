import type { Ends, Known } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import type { Crowd, Waiting } from "./crowd.ts";

/** How many conversations one call tells of. */
const AT_ONCE = 7;

/** How old (milliseconds) what is known may be when it is used. */
const FRESH = 8_000;

/** What is known of the conversations of a crowd, read for those that come next together. */
export class KnownSoon {
  readonly #held = new Map<E164, { known: Known; at: number }>();

  constructor(
    private readonly ends: Ends,
    private readonly line: E164,
    private readonly crowd: Crowd,
  ) {}

  /** What is known of a conversation: it is read anew for every visit, if not long before. */
  async of({ contact }: Waiting): Promise<Known> {
    const { clock, conversations } = this.ends;
    const now = clock.now();
    const held = this.#held.get(contact);
    this.#held.delete(contact);
    if (held && now - held.at < FRESH) return held.known;
    const others = this.crowd.soon().map((each) => each.contact);
    const contacts = [contact, ...others].slice(0, AT_ONCE);
    const [first, ...rest] = await conversations.findEach(this.line, contacts);
    if (!first) throw new Error("one was asked for, and none is known");
    for (const known of rest) {
      this.#held.set(known.standing.contact, { known, at: now });
    }
    return first;
  }
}
