import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import { type Bucket, emptyBucket } from "../bridge/sms/search_bucket.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

const text = { type: Schema.types.string };

const number = { type: Schema.types.number };

/**
 * Where contacts are looked up by parts of their names and numbers: one row a bucket. The import that is under way has
 * a row here too, as Slack takes no more than ten tables.
 */
export const ContactIndexDatastore = DefineDatastore({
  name: "contact_index",
  primary_key: "key",
  attributes: {
    key: text,
    is_split: { type: Schema.types.boolean },
    entries: { type: Schema.types.array, items: text },
    by: text,
    at: number,
    file: text,
    file_name: text,
    pasted: text,
    view: text,
    outcomes: text,
    busy_until: number,
  },
});

const Row = z.object({
  key: z.string(),
  is_split: z.optional(z.boolean()),
  entries: z.optional(z.array(z.string())),
});

const Table = tableOf(ContactIndexDatastore.name, Row);

/** The only reader and writer of the index. */
export class ContactIndex {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async find(key: string): Promise<Bucket> {
    return bucketIn(await this.#rows.get(key), key);
  }

  async findAll(keys: string[]): Promise<Bucket[]> {
    const rows = await this.#rows.getAll(keys);
    return keys.map((key) =>
      bucketIn(rows.find((row) => row.key === key) ?? null, key)
    );
  }

  async saveAll(buckets: Bucket[]): Promise<void> {
    await this.#rows.putAll(buckets.map(({ key, isSplit, entries }) => ({
      key,
      is_split: isSplit,
      entries,
    })));
  }
}

function bucketIn(row: z.infer<typeof Row> | null, key: string): Bucket {
  if (!row) return emptyBucket(key);
  return { key, isSplit: row.is_split ?? false, entries: row.entries ?? [] };
}
