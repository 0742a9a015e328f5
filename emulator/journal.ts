import type { Clock } from "./clock.ts";

/** One API call, as an engineer reading over the shoulder would note it. */
export interface JournalEntry {
  /** Counts from 1, in the order in which calls started. */
  seq: number;
  side: "slack" | "carrier";
  /** Slack's method name, or the carrier's verb and path pattern: `chat.postMessage`, `POST /Messages`. */
  method: string;
  /** Who called: a function's execution (`send_text Fx0…`), a person's name, or `app` where it cannot be told. */
  caller: string;
  /** Milliseconds since the Unix epoch. */
  start: number;
  /** Null while the call is under way. */
  end: number | null;
  /** `ok`, a vendor's error code, or `dropped` when the caller never got an answer. */
  outcome: string | null;
  /** What the vendor gave as its reason, where it gave one. */
  detail?: string;
}

/** Notes every Slack and carrier API call, in order. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  constructor(private readonly clock: Clock) {}

  begin(call: Pick<JournalEntry, "side" | "method" | "caller">): JournalEntry {
    const entry: JournalEntry = {
      seq: this.#entries.length + 1,
      ...call,
      start: this.clock.now(),
      end: null,
      outcome: null,
    };
    this.#entries.push(entry);
    return entry;
  }

  finish(entry: JournalEntry, outcome: string, detail?: string): void {
    entry.end = this.clock.now();
    entry.outcome = outcome;
    if (detail) entry.detail = detail;
    for (const listener of this.#listeners) listener(entry);
  }

  /** Entries that started after the one numbered `seq`. */
  since(seq: number): JournalEntry[] {
    return this.#entries.slice(seq);
  }

  onFinished(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
