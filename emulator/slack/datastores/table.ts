import type { Clock } from "../../clock.ts";
import type { Collection } from "../../store.ts";
import type { DatastoreDefinition } from "./definition.ts";
import type { Item } from "./item.ts";

/** How long a replaced version can still be asked for, in milliseconds. */
const MEMORY_MS = 60_000;
/** "AWS only guarantees deletion of expired items 48 hours past the expiration date", so they stay that long. */
const EXPIRY_GRACE_MS = 48 * 3_600_000;

/** What stood under a key (undefined: nothing) until `until`, in milliseconds since the Unix epoch. */
interface Version {
  until: number;
  item: Item | undefined;
}

/** A key, and where it stands in scan order. */
interface Entry {
  id: string;
  hash: number;
}

/** Spreads keys as a hash table does: what scans and pages are ordered by. */
function hash(id: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    value = Math.imul(value ^ id.charCodeAt(i), 0x01000193);
  }
  return Math.imul(value ^ (value >>> 15), 0x85ebca6b) >>> 0;
}

/** The rows of one datastore and, for a minute, what stood there before. */
export class Table {
  readonly #past = new Map<string, Version[]>();
  /** Every key that has or lately had a row, in scan order; nobody asks for it before the first scan. */
  #order: Entry[] | undefined;

  constructor(
    readonly definition: DatastoreDefinition,
    private readonly rows: Collection<Item>,
    private readonly clock: Clock,
  ) {}

  /** The row as it stood at `at` (milliseconds since the Unix epoch; without it, now). */
  read(id: string, at = this.clock.now()): Item | undefined {
    const item = this.#version(id, at);
    const expiry = this.definition.time_to_live_attribute;
    if (item === undefined || expiry === undefined) return item;
    const seconds = item[expiry];
    const gone = typeof seconds === "number" &&
      at > seconds * 1000 + EXPIRY_GRACE_MS;
    return gone ? undefined : item;
  }

  /** Puts a row in place of the one there was; undefined takes it away. */
  write(id: string, item: Item | undefined): void {
    const now = this.clock.now();
    const before = this.rows.get(id);
    const kept = (this.#past.get(id) ?? []).filter(({ until }) =>
      until > now - MEMORY_MS
    );
    kept.push({ until: now, item: before });
    this.#past.set(id, kept);
    if (item) this.rows.put(id, item);
    else if (before) this.rows.delete(id);
    if (!item || !this.#order) return;
    const place = placeIn(this.#order, id);
    if (this.#order[place]?.id !== id) {
      this.#order.splice(place, 0, { id, hash: hash(id) });
    }
  }

  /** The rows as they stood at `at`, in an order that means nothing but never changes, from behind the key `after`. */
  *scan(after?: string, at = this.clock.now()): Generator<[string, Item]> {
    const order = this.#order ??= this.#sorted();
    let place = after === undefined ? 0 : placeIn(order, after);
    if (order[place]?.id === after) place++;
    while (place < order.length) {
      const id = order[place]?.id ?? "";
      const item = this.read(id, at);
      if (item || !this.#forget(order, id, place)) place++;
      if (item) yield [id, item];
    }
  }

  /** Drops a key that has had no row for so long that nobody can ask for the last one. */
  #forget(order: Entry[], id: string, place: number): boolean {
    const last = this.#past.get(id)?.at(-1);
    const forgotten = !this.rows.get(id) &&
      (!last || last.until <= this.clock.now() - MEMORY_MS);
    if (forgotten) {
      order.splice(place, 1);
      this.#past.delete(id);
    }
    return forgotten;
  }

  #version(id: string, at: number): Item | undefined {
    for (const { until, item } of this.#past.get(id) ?? []) {
      if (until > at) return item;
    }
    return this.rows.get(id);
  }

  #sorted(): Entry[] {
    const ids = this.rows.all().flatMap((row) => {
      const id = row[this.definition.primary_key];
      return typeof id === "string" ? [id] : [];
    });
    return [...new Set([...ids, ...this.#past.keys()])]
      .map((id) => ({ id, hash: hash(id) }))
      .sort((one, other) =>
        one.hash - other.hash || (one.id < other.id ? -1 : 1)
      );
  }
}

/** Where a key stands in the order, or would stand. */
function placeIn(order: Entry[], id: string): number {
  const wanted = hash(id);
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = order[middle];
    const before = entry !== undefined &&
      (entry.hash < wanted || (entry.hash === wanted && entry.id < id));
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}
