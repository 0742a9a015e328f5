import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

/** Contacts who are not to be disturbed and whose texts are not shown. Texts are checked by `conversations`' copy. */
export const DoNotDisturbDatastore = DefineDatastore({
  name: "do_not_disturb",
  primary_key: "contact",
  attributes: {
    contact: { type: Schema.types.string },
    by: { type: Schema.types.string },
    at: { type: Schema.types.number },
    why: { type: Schema.types.string },
    blocked: { type: Schema.types.array, items: { type: Schema.types.string } },
    blocked_count: { type: Schema.types.number },
  },
});

const Row = z.object({
  contact: PhoneNumber,
  /** Absent, as `at`, in what is left where a text was counted just as its entry was taken off. */
  by: z.optional(z.string()),
  at: z.optional(z.number()),
  why: z.optional(z.string()),
  /** SIDs of the latest texts that were not shown: none is counted twice. */
  blocked: z.optional(z.array(z.string())),
  blocked_count: z.optional(z.number()),
});

interface Entry {
  contact: E164;
  by: string;
  at: number;
  why: string;
  blockedCount: number;
}

/** How many blocked texts are told from new ones: as many as one look at the carrier's list brings. */
const REMEMBERED = 1000;

const Table = tableOf(DoNotDisturbDatastore.name, Row);

/** The only reader and writer of the Do Not Disturb list. */
export class DoNotDisturbList {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async all(): Promise<Entry[]> {
    return (await this.#rows.all()).flatMap((row) => entryIn(row) ?? []);
  }

  async find(contact: E164): Promise<Entry | null> {
    const row = await this.#rows.get(contact);
    return row && entryIn(row);
  }

  async save(
    contact: E164,
    { by, at, why }: { by: string; at: number; why: string },
  ): Promise<void> {
    await this.#rows.put({ contact, by, at, why });
  }

  async remove(contact: E164): Promise<void> {
    await this.#rows.remove(contact);
  }

  async countBlocked(contact: E164, sids: string[]): Promise<void> {
    const row = await this.#rows.get(contact);
    if (!row || !entryIn(row)) return;
    const { blocked = [], blocked_count = 0 } = row;
    const fresh = sids.filter((sid) => !blocked.includes(sid));
    if (fresh.length === 0) return;
    await this.#rows.update({
      contact,
      blocked: [...blocked, ...fresh].slice(-REMEMBERED),
      blocked_count: blocked_count + fresh.length,
    });
  }
}

function entryIn(
  { contact, by, at, why = "", blocked_count = 0 }: z.output<typeof Row>,
): Entry | null {
  if (by === undefined || at === undefined) return null;
  return { contact, by, at, why, blockedCount: blocked_count };
}
