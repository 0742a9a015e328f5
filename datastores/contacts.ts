import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

const text = { type: Schema.types.string };

/** The contacts that somebody saved, by number. Message paths read the copy of the name in `conversations`. */
export const ContactsDatastore = DefineDatastore({
  name: "contacts",
  primary_key: "number",
  attributes: {
    number: text,
    name: text,
    tags: { type: Schema.types.array, items: text },
    notes: text,
    by: text,
    updated_at: { type: Schema.types.number },
  },
});

const Row = z.object({
  number: PhoneNumber,
  name: z.string(),
  tags: z.optional(z.array(z.string())),
  notes: z.optional(z.string()),
  by: z.string(),
  updated_at: z.number(),
});
type Row = z.infer<typeof Row>;

interface Contact {
  number: E164;
  name: string;
  tags: string[];
  notes: string;
  by: string;
  updatedAt: number;
}

const Table = tableOf(ContactsDatastore.name, Row);

/** The only reader and writer of contacts. */
export class Contacts {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async find(number: E164): Promise<Contact | null> {
    const row = await this.#rows.get(number);
    return row && contactIn(row);
  }

  async findAll(numbers: E164[]): Promise<Contact[]> {
    return (await this.#rows.getAll(numbers)).map(contactIn);
  }

  async page(
    limit: number,
    cursor?: string,
  ): Promise<{ contacts: Contact[]; next: string | null }> {
    const { rows, next } = await this.#rows.page(limit, cursor);
    return { contacts: rows.map(contactIn), next };
  }

  async save(contact: Contact): Promise<void> {
    await this.#rows.put(rowOf(contact));
  }

  async saveAll(contacts: Contact[]): Promise<void> {
    await this.#rows.putAll(contacts.map(rowOf));
  }

  async remove(number: E164): Promise<void> {
    await this.#rows.remove(number);
  }
}

function contactIn(
  { number, name, tags = [], notes = "", by, updated_at }: Row,
): Contact {
  return { number, name, tags, notes, by, updatedAt: updated_at };
}

function rowOf({ updatedAt, ...rest }: Contact): Row {
  return { ...rest, updated_at: updatedAt };
}
