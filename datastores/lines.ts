import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import {
  conversationKey,
  parseConversationKey,
} from "../bridge/sms/conversation.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

/**
 * What catch-up goes through: the workspace's own phone numbers, by number; conversations that come back or are closed
 * by themselves, by `line:contact`; those for whose pins there was no room, with `:queue` behind that; steps that wait
 * for an answer, by `line:contact:execution`; and by channel the message that says how many more wait there. Where a
 * line's conversations begin is said in `conversations`.
 */
export const LinesDatastore = DefineDatastore({
  name: "lines",
  primary_key: "number",
  attributes: {
    number: { type: Schema.types.string },
    settled_until: { type: Schema.types.number },
    back_at: { type: Schema.types.number },
    solved_at: { type: Schema.types.number },
    waits_until: { type: Schema.types.number },
    queued_since: { type: Schema.types.number },
    was_pinned: { type: Schema.types.boolean },
    notice_ts: { type: Schema.types.string },
    notice_count: { type: Schema.types.number },
  },
});

const Row = z.object({
  /** A line's number, or the key of one of the other kinds of row. */
  number: z.string(),
  /** Of a line: up to when (milliseconds) all that came and left is known to be settled. */
  settled_until: z.optional(z.number()),
  /** Of a conversation: when it comes back (milliseconds). */
  back_at: z.optional(z.number()),
  /** Of a conversation: when it was solved (milliseconds). */
  solved_at: z.optional(z.number()),
  /** Of a step: how long it waits (milliseconds). */
  waits_until: z.optional(z.number()),
  /** Of one without room for its pin: since when it waits for an answer (milliseconds). */
  queued_since: z.optional(z.number()),
  /** Whether there was room since. */
  was_pinned: z.optional(z.boolean()),
  /** Of a channel: the message that says how many more wait; empty while it is being posted. */
  notice_ts: z.optional(z.string()),
  notice_count: z.optional(z.number()),
});
type Row = z.infer<typeof Row>;

interface Line {
  number: E164;
  settledUntil: number;
}

interface Key {
  line: E164;
  contact: E164;
}

interface Waiting extends Key {
  execution: string;
}

interface Queued extends Key {
  since: number;
  wasPinned: boolean;
}

interface Notice {
  channel: string;
  ts: string | null;
  count: number;
}

interface Agenda {
  lines: Line[];
  back: Key[];
  solved: (Key & { at: number })[];
  unanswered: Waiting[];
  queue: Queued[];
  notices: Notice[];
}

const Table = tableOf(LinesDatastore.name, Row);

/** The only reader and writer of lines. */
export class Lines {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async all(): Promise<Line[]> {
    return linesIn(await this.#rows.all());
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

  async saveSolved(line: E164, contact: E164, at: number): Promise<void> {
    const number = conversationKey(line, contact);
    await this.#rows.put({ number, solved_at: at });
  }

  async waitUntil(
    { line, contact, execution }: Waiting,
    at: number | null,
  ): Promise<void> {
    const number = `${conversationKey(line, contact)}:${execution}`;
    if (at === null) await this.#rows.remove(number);
    else await this.#rows.put({ number, waits_until: at });
  }

  async queued(line: E164, contact: E164): Promise<Queued | null> {
    const row = await this.#rows.get(queueKey(line, contact));
    return row ? queuedIn([row])[0] ?? null : null;
  }

  async saveQueued(
    { line, contact, since, wasPinned }: Queued,
  ): Promise<void> {
    await this.#rows.put({
      number: queueKey(line, contact),
      queued_since: since,
      was_pinned: wasPinned,
    });
  }

  async removeQueued(line: E164, contact: E164): Promise<void> {
    await this.#rows.remove(queueKey(line, contact));
  }

  async saveNotice({ channel, ts, count }: Notice): Promise<void> {
    await this.#rows.put({
      number: channel,
      notice_ts: ts ?? "",
      notice_count: count,
    });
  }

  async removeNotice(channel: string): Promise<void> {
    await this.#rows.remove(channel);
  }

  async agenda(now: number): Promise<Agenda> {
    const rows = await this.#rows.all();
    return {
      lines: linesIn(rows),
      back: rows.filter(({ back_at = Infinity }) => back_at <= now)
        .flatMap(({ number }) => parseConversationKey(number) ?? []),
      solved: rows.flatMap(({ number, solved_at: at }) => {
        const key = at === undefined ? undefined : parseConversationKey(number);
        return key && at !== undefined ? [{ ...key, at }] : [];
      }),
      unanswered: rows.filter(({ waits_until = Infinity }) =>
        waits_until <= now
      ).flatMap(({ number }) => waitingIn(number) ?? []),
      queue: queuedIn(rows),
      notices: rows.flatMap(({ number, notice_ts: ts, notice_count = 0 }) =>
        ts === undefined
          ? []
          : [{ channel: number, ts: ts || null, count: notice_count }]
      ),
    };
  }
}

function linesIn(rows: Row[]): Line[] {
  return rows.flatMap(({ number, settled_until = 0 }) =>
    isE164(number) ? [{ number, settledUntil: settled_until }] : []
  );
}

function waitingIn(key: string): Waiting | undefined {
  const at = key.lastIndexOf(":");
  const parsed = parseConversationKey(key.slice(0, at));
  return parsed && { ...parsed, execution: key.slice(at + 1) };
}

const QUEUE = ":queue";

function queueKey(line: E164, contact: E164): string {
  return conversationKey(line, contact) + QUEUE;
}

function queuedIn(rows: Row[]): Queued[] {
  return rows.flatMap(({ number, queued_since: since, was_pinned }) => {
    const key = parseConversationKey(number.replace(QUEUE, ""));
    return key && since !== undefined
      ? [{ ...key, since, wasPinned: was_pinned ?? false }]
      : [];
  });
}
