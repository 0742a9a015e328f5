import type { Collection, Store } from "../store.ts";
import type { Message } from "./message.ts";

/** Every text the carrier has carried, in the exact order of creation, finer than the second its dates show. */
export class MessageLog {
  readonly #rows: Collection<Message>;
  readonly #order: Message[];

  constructor(store: Store) {
    this.#rows = store.collection<Message>("carrier_messages");
    this.#order = this.#rows.all();
  }

  get(sid: string): Message | undefined {
    return this.#rows.get(sid);
  }

  add(message: Message): void {
    this.#order.push(message);
    this.save(message);
  }

  /** Makes a change to a message last. */
  save(message: Message): void {
    this.#rows.put(message.sid, message);
  }

  delete(message: Message): void {
    this.#order.splice(this.#order.indexOf(message), 1);
    this.#rows.delete(message.sid);
  }

  /** Oldest first. */
  all(): readonly Message[] {
    return this.#order;
  }

  /** Walks back from the newest, or from the one before `sid`. */
  *newestFirst(before?: string): Generator<Message> {
    const from = before === undefined
      ? this.#order.length
      : this.#order.findLastIndex((message) => message.sid === before);
    for (let at = from - 1; at >= 0; at--) {
      const message = this.#order[at];
      if (message) yield message;
    }
  }
}
