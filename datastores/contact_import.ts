import * as z from "zod/mini";
import { ContactIndexDatastore } from "./contact_index.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

const Row = z.object({
  key: z.string(),
  by: z.string(),
  at: z.number(),
  /** Absent, as its name, for what was pasted. */
  file: z.optional(z.string()),
  file_name: z.optional(z.string()),
  pasted: z.optional(z.string()),
  view: z.string(),
  outcomes: z.optional(z.string()),
  busy_until: z.number(),
});

interface ContactImport {
  by: string;
  at: number;
  file: { id: string; name: string } | null;
  pasted: string;
  view: string;
  outcomes: string;
  busyUntil: number;
}

/** The key of the one row; no bucket is called so. */
const KEY = "import:";

const Table = tableOf(ContactIndexDatastore.name, Row);

/** The only reader and writer of the import that is under way. */
export class ContactImportTable {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async underWay(): Promise<ContactImport | null> {
    const row = await this.#rows.get(KEY);
    if (!row) return null;
    const { by, at, file, file_name, pasted = "", view } = row;
    return {
      by,
      at,
      file: file ? { id: file, name: file_name ?? "" } : null,
      pasted,
      view,
      outcomes: row.outcomes ?? "",
      busyUntil: row.busy_until,
    };
  }

  async save(
    { by, at, file, pasted, view, outcomes, busyUntil }: ContactImport,
  ): Promise<void> {
    await this.#rows.put({
      key: KEY,
      by,
      at,
      file: file?.id,
      file_name: file?.name,
      pasted,
      view,
      outcomes,
      busy_until: busyUntil,
    });
  }

  async end(): Promise<void> {
    await this.#rows.remove(KEY);
  }
}
