import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

/** The ledger of consent: who said when, and how, that they want texts or want none. Rows are added, never changed. */
export const ConsentsDatastore = DefineDatastore({
  name: "consents",
  primary_key: "id",
  attributes: {
    id: { type: Schema.types.string },
    contact: { type: Schema.types.string },
    line: { type: Schema.types.string },
    what: { type: Schema.types.string },
    how: { type: Schema.types.string },
    by: { type: Schema.types.string },
    at: { type: Schema.types.number },
  },
});

const Row = z.object({
  /** `contact:at:what`: the same event written twice is one row. */
  id: z.string(),
  contact: PhoneNumber,
  line: z.optional(PhoneNumber),
  what: z.enum(["opted out", "opted in"]),
  how: z.string(),
  by: z.optional(z.string()),
  at: z.number(),
});

interface Consent {
  contact: E164;
  line: E164 | null;
  what: "opted out" | "opted in";
  how: string;
  by: string | null;
  at: number;
}

const Table = tableOf(ConsentsDatastore.name, Row);

/** The only reader and writer of the ledger. */
export class ConsentLedger {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async add({ contact, line, what, how, by, at }: Consent): Promise<void> {
    await this.#rows.put({
      id: `${contact}:${at}:${what}`,
      contact,
      line: line ?? undefined,
      what,
      how,
      by: by ?? undefined,
      at,
    });
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#rows.page(1)).rows.length === 0;
  }

  /** Oldest first. */
  async all(): Promise<Consent[]> {
    const rows = await this.#rows.all();
    return rows
      .map(({ contact, line = null, what, how, by = null, at }) => ({
        contact,
        line,
        what,
        how,
        by,
        at,
      }))
      .sort((a, b) => a.at - b.at);
  }

  /** What is recorded of one contact, oldest first. */
  async of(contact: E164): Promise<Consent[]> {
    return (await this.all()).filter((each) => each.contact === contact);
  }
}
