import * as z from "zod/mini";

/** What a table needs of Slack's Web API: a call that may be repeated, its answer checked. */
export interface Caller {
  call<Schema extends z.core.$ZodType>(
    method: string,
    args: Record<string, unknown>,
    schema: Schema,
  ): Promise<z.output<Schema>>;
}

/** Where a list goes on. */
const Onward = z.optional(z.object({ next_cursor: z.optional(z.string()) }));

/** A datastore, and how its rows are read: made once, since to make a schema takes longer than to use it. */
export function tableOf<Schema extends z.ZodMiniType>(
  datastore: string,
  row: Schema,
) {
  const list = z.object({
    items: z.array(row),
    response_metadata: Onward,
  });
  return { datastore, row, list };
}

const Found = z.object({ item: z.looseObject({}) });

/** What is left out is asked for again: an answer that names rows counts as none. */
const All = z.object({
  failed_items: z.optional(
    z.custom<[]>((it) => Array.isArray(it) && it.length === 0),
  ),
});

const Done = z.object({});

/** The most keys that one bulk call takes. */
const BULK = 25;

/** The most rows that Slack looks through for one page. */
const LARGEST_PAGE = 1000;

/**
 * The rows of one datastore, checked as they are read: a row that is not as its schema says is a fault.
 * Keys are always asked for as `id`, whatever the primary key is called
 * (https://docs.slack.dev/tools/deno-slack-sdk/guides/retrieving-items-from-a-datastore).
 */
export class Rows<Schema extends z.ZodMiniType> {
  constructor(
    private readonly caller: Caller,
    private readonly table: ReturnType<typeof tableOf<Schema>>,
  ) {}

  /** The row with this key, or null. */
  async get(id: string): Promise<z.output<Schema> | null> {
    const { item } = await this.caller.call(
      "apps.datastore.get",
      { datastore: this.table.datastore, id },
      Found,
    );
    return Object.keys(item).length > 0 ? z.parse(this.table.row, item) : null;
  }

  /** The rows with these keys, as far as they exist, in no order. */
  async getAll(ids: string[]): Promise<z.output<Schema>[]> {
    const { datastore, list } = this.table;
    const found = [];
    for (let from = 0; from < ids.length; from += BULK) {
      const { items } = await this.caller.call(
        "apps.datastore.bulkGet",
        { datastore, ids: ids.slice(from, from + BULK) },
        list,
      );
      found.push(...items);
    }
    return found;
  }

  /** Replaces the row. */
  async put(item: z.input<Schema>): Promise<void> {
    await this.#write("apps.datastore.put", item);
  }

  /** Replaces the rows, in the order given. */
  async putAll(items: z.input<Schema>[]): Promise<void> {
    for (let from = 0; from < items.length; from += BULK) {
      await this.caller.call("apps.datastore.bulkPut", {
        datastore: this.table.datastore,
        items: items.slice(from, from + BULK),
      }, All);
    }
  }

  /** Changes the given attributes of the row and leaves its others. */
  async update(item: Partial<z.input<Schema>>): Promise<void> {
    await this.#write("apps.datastore.update", item);
  }

  async remove(id: string): Promise<void> {
    await this.caller.call(
      "apps.datastore.delete",
      { datastore: this.table.datastore, id },
      Done,
    );
  }

  /** Some rows, in no order, and where to go on; null when these were the last. */
  async page(
    limit?: number,
    cursor?: string,
  ): Promise<{ rows: z.output<Schema>[]; next: string | null }> {
    const page = await this.caller.call("apps.datastore.query", {
      datastore: this.table.datastore,
      limit,
      cursor,
    }, this.table.list);
    return {
      rows: page.items,
      next: page.response_metadata?.next_cursor || null,
    };
  }

  /** Every row. This scans: never on the way of a message. */
  async all(): Promise<z.output<Schema>[]> {
    const found = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await this.page(LARGEST_PAGE, cursor);
      found.push(...rows);
      cursor = next ?? undefined;
    } while (cursor);
    return found;
  }

  async #write(method: string, item: unknown): Promise<void> {
    await this.caller.call(
      method,
      { datastore: this.table.datastore, item },
      Done,
    );
  }
}
