import { Buffer } from "node:buffer";
import type { Clock } from "../../clock.ts";
import { frozen } from "../../as_json.ts";
import type { Store } from "../../store.ts";
import { refuse } from "../refusal.ts";
import { datastoreError } from "./datastore_error.ts";
import { readDefinitions } from "./definition.ts";
import { compileExpression, type Selection } from "./expression.ts";
import { checkItem, checkKey, type Item, measureItem } from "./item.ts";
import { Table } from "./table.ts";

/** "Each query can return a maximum of 1MB of data per page of results." */
const MAX_PAGE_BYTES = 1024 * 1024;

export interface DatastoresOptions {
  store: Store;
  clock: Clock;
  /** How far behind the next read is, in milliseconds (60,000 at most): asked anew for every row or page read. */
  staleness?: () => number;
  /** Hears of every row that was written or taken away. */
  onWrite?: (datastore: string, id: string) => void;
}

/** `query`'s arguments. `limit`: rows evaluated, not rows found. */
export interface Query extends Selection {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/**
 * The app's datastores, with the semantics of Slack's `apps.datastore.*`: the last writer wins, nothing is conditional,
 * a query is a scan. https://docs.slack.dev/tools/deno-slack-sdk/guides/using-datastores
 */
export class Datastores {
  readonly #tables = new Map<string, Table>();
  readonly #sizes = new WeakMap<Item, number>();
  readonly #staleness: (() => number) | undefined;

  constructor(private readonly options: DatastoresOptions) {
    this.#staleness = options.staleness;
  }

  /** Takes over the `datastores` part of an exported manifest. Rows kept in the store are found again. */
  install(datastores: unknown): void {
    this.#tables.clear();
    for (const definition of readDefinitions(datastores)) {
      const rows = this.options.store.collection<Item>(
        `datastore ${definition.name}`,
      );
      this.#tables.set(
        definition.name,
        new Table(definition, rows, this.options.clock),
      );
    }
  }

  get names(): string[] {
    return [...this.#tables.keys()];
  }

  /** One row as it stood at `at` (milliseconds since the Unix epoch; without it, now), for onlookers. */
  read(datastore: string, id: string, at?: number): Item | undefined {
    return this.#table(datastore).read(id, at);
  }

  /** Every row of now, for onlookers. */
  all(datastore: string): Item[] {
    return Array.from(this.#table(datastore).scan(), ([, item]) => item);
  }

  /** The row, or an empty item where there is none. */
  get(datastore: string, id: string): Item {
    return this.#table(datastore).read(id, this.#readTime()) ?? {};
  }

  put(datastore: string, item: Item): Item {
    const table = this.#table(datastore);
    const id = checkItem(item, table.definition, "/item");
    this.#measure(item, "/item");
    this.#write(table, id, item);
    return item;
  }

  /** Merges attributes into a row, or makes the row. Gives back all of it. */
  update(datastore: string, item: Item): Item {
    const table = this.#table(datastore);
    const id = checkItem(item, table.definition, "/item");
    const merged = { ...table.read(id), ...item };
    this.#measure(merged, "/item");
    this.#write(table, id, merged);
    return merged;
  }

  delete(datastore: string, id: string): void {
    const table = this.#table(datastore);
    checkKey(id, "/id");
    this.#write(table, id, undefined);
  }

  query(
    datastore: string,
    { limit = 100, cursor, ...selection }: Query,
  ): { items: Item[]; next_cursor: string } {
    const table = this.#table(datastore);
    const matches = compileExpression(selection, table.definition);
    const after = cursor ? readCursor(cursor, datastore) : undefined;
    const items: Item[] = [];
    let evaluated = 0;
    let bytes = 0;
    for (const [id, item] of table.scan(after, this.#readTime())) {
      evaluated++;
      bytes += this.#measure(item, "/item");
      if (matches(item)) items.push(item);
      // As in DynamoDB, a page that stops at its limit has a cursor even when nothing is left behind it.
      if (evaluated >= limit || bytes >= MAX_PAGE_BYTES) {
        return { items, next_cursor: writeCursor(datastore, id) };
      }
    }
    return { items, next_cursor: "" };
  }

  count(datastore: string, selection: Selection): number {
    const table = this.#table(datastore);
    const matches = compileExpression(selection, table.definition);
    let count = 0;
    for (const [, item] of table.scan(undefined, this.#readTime())) {
      if (matches(item)) count++;
    }
    return count;
  }

  /** Nothing is written unless every item is sound. */
  bulkPut(datastore: string, items: Item[]): void {
    const table = this.#table(datastore);
    const ids = items.map((item, i) =>
      checkItem(item, table.definition, `/items/${i}`)
    );
    refuseDuplicates(ids, "/items");
    items.forEach((item, i) => this.#measure(item, `/items/${i}`));
    items.forEach((item, i) => this.#write(table, ids[i] ?? "", item));
  }

  /** The rows there are, in no order that means anything; ids without a row are left out. */
  bulkGet(datastore: string, ids: string[]): Item[] {
    const table = this.#table(datastore);
    refuseDuplicates(ids, "/ids");
    return ids.toSorted().map((id) => table.read(id, this.#readTime()))
      .filter((item) => item !== undefined);
  }

  bulkDelete(datastore: string, ids: string[]): void {
    const table = this.#table(datastore);
    for (const id of ids) checkKey(id, "/ids");
    refuseDuplicates(ids, "/ids");
    for (const id of ids) this.#write(table, id, undefined);
  }

  #table(name: string): Table {
    return this.#tables.get(name) ?? datastoreError(
      "datastore_config_not_found",
      "The datastore configuration could not be found",
      "/datastores",
    );
  }

  #write(table: Table, id: string, item: Item | undefined): void {
    table.write(id, frozen(item));
    this.options.onWrite?.(table.definition.name, id);
  }

  #measure(item: Item, pointer: string): number {
    const known = this.#sizes.get(item);
    if (known !== undefined) return known;
    const bytes = measureItem(item, pointer);
    this.#sizes.set(item, bytes);
    return bytes;
  }

  #readTime(): number | undefined {
    const behind = this.#staleness?.() ?? 0;
    return behind > 0 ? this.options.clock.now() - behind : undefined;
  }
}

function refuseDuplicates(ids: string[], pointer: string): void {
  if (new Set(ids).size < ids.length) {
    datastoreError(
      "duplicate_items",
      "Provided list of item keys contains duplicates",
      pointer,
    );
  }
}

function writeCursor(datastore: string, id: string): string {
  return Buffer.from(`${datastore}\n${id}`).toString("base64");
}

function readCursor(cursor: string, datastore: string): string {
  const text = Buffer.from(cursor, "base64").toString();
  if (!text.startsWith(`${datastore}\n`)) refuse("invalid_cursor");
  return text.slice(datastore.length + 1);
}
