import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import {
  conversationKey,
  parseConversationKey,
} from "../bridge/sms/conversation.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { type Caller, Rows } from "./rows.ts";

/**
 * What catch-up goes through: the workspace's own phone numbers, by number, and conversations that come back by
 * themselves, by `line:contact`. Where a line's conversations begin is said in `conversations`.
 */
export const LinesDatastore = DefineDatastore({
  name: "lines",
  primary_key: "number",
  attributes: {
    number: { type: Schema.types.string },
    settled_until: { type: Schema.types.number },
    back_at: { type: Schema.types.number },
  },
});

const Row = z.object({
  /** A line's number, or the key of a conversation that was put off. */
  number: z.string(),
  /** Of a line: up to when (milliseconds) all that came and left is known to be settled. */
  settled_until: z.optional(z.number()),
  /** Of a conversation: when it comes back (milliseconds). */
  back_at: z.optional(z.number()),
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
    return (await this.#rows.all()).flatMap(({ number, settled_until = 0 }) =>
      isE164(number) ? [{ number, settledUntil: settled_until }] : []
    );
  }

  async save({ number, settledUntil }: Line): Promise<void> {
    await this.#rows.put({ number, settled_until: settledUntil });
  }

  async remove(number: E164): Promise<void> {
    await this.#rows.remove(number);
  }

  async putOff(line: E164, contact: E164, at: number | null): Promise<void> {
    const number = conversationKey(line, contact);
    if (at === null) await this.#rows.remove(number);
    else await this.#rows.put({ number, back_at: at });
  }

  async due(now: number): Promise<{ line: E164; contact: E164 }[]> {
    const rows = await this.#rows.all();
    return rows.filter(({ back_at = Infinity }) => back_at <= now)
      .flatMap(({ number }) => parseConversationKey(number) ?? []);
  }
}
