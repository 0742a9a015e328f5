import type { CarrierText } from "../ports.ts";
import { type E164, isE164 } from "../sms/e164.ts";

/** A conversation in which something waits. */
export interface Waiting {
  contact: E164;
  /** Its latest texts, oldest first. */
  texts: CarrierText[];
  newest: CarrierText;
  /** Those of them that are shown for sure. */
  shown: CarrierText[];
  /** When the first came that waits (milliseconds); of one that lacks only its pin, never. */
  since: number;
}

/** How much of a text's id tells it from the others of a crowd, and how many of them a run hands to the next one. */
const TAIL = 6;
const MOST = 500;

/** Behind the end of an id: the text is shown, and its pin is still to come. */
const PIN_DUE = "!";

/** What has come to a line faster than it could be shown, and what has been done of it. */
export class Crowd {
  #conversations: CarrierText[][] = [];
  /** The newest texts up to which conversations have been seen to, and whether their pins are due. */
  readonly #seen: Map<string, boolean>;
  readonly #underWay = new Set<string>();
  readonly #failed = new Set<string>();

  /**
   * @param since what came before (milliseconds) is none of its concern.
   * @param seen what earlier runs have done, as `seen` told it.
   */
  constructor(private readonly since: number, seen: string[]) {
    this.#seen = new Map(
      seen.map((each) => [each.replace(PIN_DUE, ""), each.endsWith(PIN_DUE)]),
    );
  }

  /** Learns what has come, oldest first. */
  look(texts: CarrierText[]): void {
    this.#conversations = [
      ...Map.groupBy(texts, ({ from }) => from).values(),
    ];
  }

  /** The conversation that has waited longest of those that nobody sees to; those that only lack their pin come last. */
  next(): Waiting | undefined {
    const [first] = this.soon();
    if (first) this.#underWay.add(first.contact);
    return first;
  }

  /** Those that come next, the first of them first. */
  soon(): Waiting[] {
    return this.#waiting().sort((one, other) => one.since - other.since);
  }

  /** Notes how a conversation was seen to. @param done null where it could not be. */
  note(
    { contact, newest }: Waiting,
    done: { isPinDue: boolean } | null,
  ): void {
    this.#underWay.delete(contact);
    if (done) this.#seen.set(tailOf(newest), done.isPinDue);
    else this.#failed.add(contact);
  }

  /** How many conversations wait that can be seen to. */
  get left(): number {
    return this.#waiting().length + this.#underWay.size;
  }

  /** What the next run need not do again. */
  get seen(): string[] {
    return [...this.#seen].slice(-MOST)
      .map(([tail, isPinDue]) => isPinDue ? tail + PIN_DUE : tail);
  }

  #waiting(): Waiting[] {
    return this.#conversations.flatMap((texts) => {
      const newest = texts.at(-1);
      const contact = newest?.from ?? "";
      const isFree = !this.#underWay.has(contact) && !this.#failed.has(contact);
      if (!newest || !isE164(contact) || !isFree) return [];
      const seen = texts.findLastIndex((text) => this.#seen.has(tailOf(text)));
      const shown = texts.slice(0, seen + 1);
      const first = texts.slice(seen + 1)
        .find(({ createdAt }) => createdAt >= this.since);
      if (!first && !this.#seen.get(tailOf(newest))) return [];
      const since = first?.createdAt ?? Infinity;
      return [{ contact, texts, newest, shown, since }];
    });
  }
}

function tailOf({ sid }: CarrierText): string {
  return sid.slice(-TAIL);
}
