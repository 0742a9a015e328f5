import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import {
  conversationKey,
  parseConversationKey,
} from "../bridge/sms/conversation.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { type Caller, Rows } from "./rows.ts";

/**
 * What catch-up goes through: the workspace's own phone numbers, by number, conversations that come back by themselves,
 * by `line:contact`, and steps that wait for an answer, by `line:contact:execution`. Where a line's conversations begin is said in `conversations`.
 */
export const LinesDatastore = DefineDatastore({
  name: "lines",
  primary_key: "number",
  attributes: {
    number: { type: Schema.types.string },
    settled_until: { type: Schema.types.number },
    back_at: { type: Schema.types.number },
    waits_until: { type: Schema.types.number },
  },
});

const Row = z.object({
  /** A line's number, or the key of a conversation that was put off, or of a step that waits. */
  number: z.string(),
  /** Of a line: up to when (milliseconds) all that came and left is known to be settled. */
  settled_until: z.optional(z.number()),
  /** Of a conversation: when it comes back (milliseconds). */
  back_at: z.optional(z.number()),
  /** Of a step: how long it waits (milliseconds). */
  waits_until: z.optional(z.number()),
});

interface Line {
  number: E164;
  settledUntil: number;
}

interface Waiting {
  line: E164;
  contact: E164;
  execution: string;
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

  async waitUntil(
    { line, contact, execution }: Waiting,
    at: number | null,
  ): Promise<void> {
    const number = `${conversationKey(line, contact)}:${execution}`;
    if (at === null) await this.#rows.remove(number);
    else await this.#rows.put({ number, waits_until: at });
  }

  async due(now: number): Promise<
    { back: { line: E164; contact: E164 }[]; unanswered: Waiting[] }
  > {
    const rows = await this.#rows.all();
    return {
      back: rows.filter(({ back_at = Infinity }) => back_at <= now)
        .flatMap(({ number }) => parseConversationKey(number) ?? []),
      unanswered: rows.filter(({ waits_until = Infinity }) =>
        waits_until <= now
      ).flatMap(({ number }) => waitingIn(number) ?? []),
    };
  }
}

function waitingIn(key: string): Waiting | undefined {
  const at = key.lastIndexOf(":");
  const parsed = parseConversationKey(key.slice(0, at));
  return parsed && { ...parsed, execution: key.slice(at + 1) };
}
