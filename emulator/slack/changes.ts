/** Something in the workspace changed: what event triggers and the page live on. */
export interface Change {
  kind:
    | "message"
    | "reaction"
    | "pin"
    | "view"
    | "ephemeral"
    | "channel"
    | "run"
    | "trigger"
    | "datastore";
  /** What happened to it: `posted`, `changed`, `removed` … */
  action: string;
  channel_id?: string;
  ts?: string;
  /** The parent of a message that is a reply. */
  thread_ts?: string;
  /** Who did it. */
  user_id?: string;
  /** The emoji of a reaction, the id of a view, a run or a trigger. */
  id?: string;
}

/** Tells everyone who listens, in the order in which they asked. */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>();

  on(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
