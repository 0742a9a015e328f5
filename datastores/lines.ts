import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import { conversationKey } from "../bridge/sms/conversation.ts";
import type { E164 } from "../bridge/sms/e164.ts";
import {
  type Agenda,
  agendaIn,
  type Line,
  linesIn,
  type Notice,
  type Queued,
  queuedIn,
  queueKey,
  Row,
  type Waiting,
} from "./agenda_rows.ts";
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
    return agendaIn(await this.#rows.all(), now);
  }
}
