import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import {
  messageKey,
  parseMessageKey,
  parsePlaceKey,
  placeKey,
} from "../bridge/sms/place.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows } from "./rows.ts";

/** What a place in Slack stands for, by `channel:thread_ts` (a conversation) or `channel` (a connected channel). */
export const PlacesDatastore = DefineDatastore({
  name: "places",
  primary_key: "id",
  attributes: {
    id: { type: Schema.types.string },
    line: { type: Schema.types.string },
    contact: { type: Schema.types.string },
    moved_to: { type: Schema.types.string },
  },
});

const Row = z.object({
  id: z.string(),
  line: PhoneNumber,
  /** Absent for a connected channel. */
  contact: z.optional(PhoneNumber),
  /** `channel:ts` of the card that a conversation has instead of this one. */
  moved_to: z.optional(z.string()),
});

interface Spot {
  channel: string;
  ts: string;
}

interface Thread extends Spot {
  line: E164;
  contact: E164;
}

/** The only reader and writer of places. */
export class Places {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, PlacesDatastore.name, Row);
  }

  async at(
    channel: string,
    threadTs?: string,
  ): Promise<
    | { kind: "thread"; line: E164; contact: E164 }
    | { kind: "channel"; line: E164 }
    | { kind: "moved"; line: E164; contact: E164; to: Spot }
    | null
  > {
    const row = await this.#rows.get(placeKey(channel, threadTs));
    if (!row) return null;
    const { line, contact, moved_to } = row;
    if (contact && moved_to) {
      return { kind: "moved", line, contact, to: parseMessageKey(moved_to) };
    }
    return contact
      ? { kind: "thread", line, contact }
      : { kind: "channel", line };
  }

  async threadsAt(
    spots: Spot[],
  ): Promise<Thread[]> {
    const keys = spots.map(({ channel, ts }) => placeKey(channel, ts));
    const rows = await this.#rows.getAll(keys);
    return rows.flatMap(({ id, line, contact, moved_to }) => {
      const { channel, threadTs } = parsePlaceKey(id);
      return contact && threadTs && !moved_to
        ? [{ channel, ts: threadTs, line, contact }]
        : [];
    });
  }

  async saveThread({ channel, ts, line, contact }: Thread): Promise<void> {
    await this.#rows.put({ id: placeKey(channel, ts), line, contact });
  }

  async saveChannel(channel: string, line: E164): Promise<void> {
    await this.#rows.put({ id: placeKey(channel), line });
  }

  async saveMoved(from: Spot, { line, contact, channel, ts }: Thread) {
    await this.#rows.put({
      id: placeKey(from.channel, from.ts),
      line,
      contact,
      moved_to: messageKey(channel, ts),
    });
  }
}
