import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows } from "./rows.ts";

/** The workspace's own phone numbers, by number. Where a line's conversations begin is said in `conversations`. */
export const LinesDatastore = DefineDatastore({
  name: "lines",
  primary_key: "number",
  attributes: {
    number: { type: Schema.types.string },
    settled_until: { type: Schema.types.number },
  },
});

const Row = z.object({
  number: PhoneNumber,
  /** Up to when (milliseconds) all that came and left is known to be settled. */
  settled_until: z.number(),
});

interface Line {
  number: E164;
  settledUntil: number;
}

/** The only reader and writer of lines. */
export class Lines {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, LinesDatastore.name, Row);
  }

  async all(): Promise<Line[]> {
    return (await this.#rows.all()).map((row) => ({
      number: row.number,
      settledUntil: row.settled_until,
    }));
  }

  async save({ number, settledUntil }: Line): Promise<void> {
    await this.#rows.put({ number, settled_until: settledUntil });
  }

  async remove(number: E164): Promise<void> {
    await this.#rows.remove(number);
  }
}
