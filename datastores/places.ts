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
    switches: {
      type: Schema.types.array,
      items: { type: Schema.types.number },
    },
    closed: { type: Schema.types.boolean },
  },
});

const Row = z.object({
  id: z.string(),
  line: PhoneNumber,
  /** Absent for a connected channel. */
  contact: z.optional(PhoneNumber),
  /** `channel:ts` of the card that a conversation has instead of this one. */
  moved_to: z.optional(z.string()),
  /** Of a channel: when (milliseconds) its reply mode was switched, oldest first, and whether it was disconnected. */
  switches: z.optional(z.array(z.number())),
  closed: z.optional(z.boolean()),
});

interface Spot {
  channel: string;
  ts: string;
}

interface Thread extends Spot {
  line: E164;
  contact: E164;
}

type PlaceRow =
  | { kind: "thread"; line: E164; contact: E164 }
  | { kind: "channel"; line: E164; switches: number[]; closed: boolean }
  | { kind: "moved"; line: E164; contact: E164; to: Spot };

/** The only reader and writer of places. */
export class Places {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, PlacesDatastore.name, Row);
  }

  async at(channel: string, threadTs?: string): Promise<PlaceRow | null> {
    const row = await this.#rows.get(placeKey(channel, threadTs));
    return row && placeIn(row);
  }

  async threadAt(
    channel: string,
    threadTs: string,
  ): Promise<{ row: PlaceRow | null; switches: number[]; closed: boolean }> {
    const key = placeKey(channel, threadTs);
    const rows = await this.#rows.getAll([key, placeKey(channel)]);
    const row = rows.find(({ id }) => id === key);
    const { switches = [], closed = false } =
      rows.find(({ id }) => id === placeKey(channel)) ?? {};
    return { row: row ? placeIn(row) : null, switches, closed };
  }

  async channelsAt(
    channels: string[],
  ): Promise<
    Map<string, { line: E164; switches: number[]; closed: boolean }>
  > {
    const rows = await this.#rows.getAll(
      channels.map((each) => placeKey(each)),
    );
    return new Map(
      rows.map(({ id, line, switches = [], closed = false }) => [
        id,
        { line, switches, closed },
      ]),
    );
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

  async saveChannel(
    { channel, line, switches, closed }: {
      channel: string;
      line: E164;
      switches: number[];
      closed: boolean;
    },
  ): Promise<void> {
    await this.#rows.put({ id: placeKey(channel), line, switches, closed });
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

function placeIn(
  { line, contact, moved_to, switches = [], closed = false }: z.infer<
    typeof Row
  >,
): PlaceRow {
  if (!contact) return { kind: "channel", line, switches, closed };
  return moved_to
    ? { kind: "moved", line, contact, to: parseMessageKey(moved_to) }
    : { kind: "thread", line, contact };
}
