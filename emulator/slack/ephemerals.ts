import type { Store } from "../store.ts";
import type { Collection } from "../store.ts";
import type { Changes } from "./changes.ts";
import type { Timestamps } from "./timestamps.ts";

/** A message that one person sees: "Only visible to you". */
export interface Ephemeral {
  channel: string;
  ts: string;
  /** Who sees it. */
  shown_to: string;
  user: string;
  bot_id?: string;
  username?: string;
  text: string;
  blocks?: Record<string, unknown>[];
  thread_ts?: string;
  execution_id?: string;
}

/** What people were told in private. */
export class Ephemerals {
  readonly #rows: Collection<Ephemeral>;

  constructor(
    store: Store,
    private readonly timestamps: Timestamps,
    private readonly changes: Changes,
  ) {
    this.#rows = store.collection<Ephemeral>("slack.ephemerals");
    for (const row of this.#rows.all()) timestamps.after(row.ts);
  }

  post(draft: Omit<Ephemeral, "ts">): Ephemeral {
    const row = { ...draft, ts: this.timestamps.next() };
    this.#rows.put(row.ts, row);
    this.changes.emit({
      kind: "ephemeral",
      action: "posted",
      channel_id: row.channel,
      ts: row.ts,
      user_id: row.shown_to,
    });
    return row;
  }

  get(ts: string): Ephemeral | undefined {
    return this.#rows.get(ts);
  }

  /** Oldest first. */
  shownTo(user: string): Ephemeral[] {
    return this.#rows.all().filter((row) => row.shown_to === user);
  }
}
