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
import { type Caller, Rows, tableOf } from "./rows.ts";

/**
 * What a place in Slack stands for, by `channel:thread_ts` (a conversation) or `channel` (a connected channel, or the
 * direct channel of one conversation).
 */
export const PlacesDatastore = DefineDatastore({
  name: "places",
  primary_key: "id",
  attributes: {
    id: { type: Schema.types.string },
    line: { type: Schema.types.string },
    contact: { type: Schema.types.string },
    direct_card: { type: Schema.types.string },
    moved_to: { type: Schema.types.string },
    moved_at: { type: Schema.types.number },
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
  /** The `ts` of the card in a direct channel. */
  direct_card: z.optional(z.string()),
  /** `channel:ts` of the card that a conversation has instead of this one. */
  moved_to: z.optional(z.string()),
  /** When it moved there (milliseconds). */
  moved_at: z.optional(z.number()),
  /** Of a channel: when (milliseconds) its reply mode was switched, oldest first, and whether it was disconnected. */
  switches: z.optional(z.array(z.number())),
  closed: z.optional(z.boolean()),
});

interface Spot {
  channel: string;
  ts: string;
}

interface Place extends Spot {
  direct?: boolean;
  line: E164;
  contact: E164;
}

type PlaceRow =
  | { kind: "thread"; line: E164; contact: E164 }
  | { kind: "direct"; line: E164; contact: E164; ts: string }
  | { kind: "channel"; line: E164; switches: number[]; closed: boolean }
  | {
    kind: "moved";
    line: E164;
    contact: E164;
    to: Spot;
    ts: string | null;
    since: number;
  };

const Table = tableOf(PlacesDatastore.name, Row);

/** The only reader and writer of places. */
export class Places {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
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
    const own = rows.find(({ id }) => id === key);
    const around = rows.find(({ id }) => id === placeKey(channel));
    const { switches = [], closed = false } = around ?? {};
    // In a direct channel every thread stands for the channel.
    const row = own ?? (around?.contact ? around : null);
    return { row: row && placeIn(row), switches, closed };
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

  async threadsAt(spots: Spot[]): Promise<Place[]> {
    return (await this.#rowsAt(spots)).filter((row) => !row.moved_to)
      .flatMap(threadIn);
  }

  async leftFor(spots: Spot[], channels: string[]): Promise<Place[]> {
    return (await this.#rowsAt(spots)).filter(({ moved_to: to }) =>
      to && channels.includes(parseMessageKey(to).channel)
    ).flatMap(threadIn);
  }

  async #rowsAt(spots: Spot[]): Promise<z.infer<typeof Row>[]> {
    const keys = spots.map(({ channel, ts }) => placeKey(channel, ts));
    return await this.#rows.getAll(keys);
  }

  async saveThread(
    { channel, ts, direct, line, contact }: Place,
  ): Promise<void> {
    const row = { line, contact, direct_card: direct ? ts : undefined };
    await this.#rows.put({ id: placeKey(channel, ts), ...row });
    if (direct) await this.#rows.put({ id: channel, ...row });
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

  async saveMoved(
    { channel, ts, direct }: Omit<Place, "line" | "contact">,
    { line, contact, ...to }: Place,
    since: number,
  ): Promise<void> {
    const row = {
      line,
      contact,
      direct_card: direct ? ts : undefined,
      moved_to: messageKey(to.channel, to.ts),
      moved_at: since,
    };
    await this.#rows.put({ id: placeKey(channel, ts), ...row });
    if (direct) await this.#rows.put({ id: channel, ...row });
  }
}

function threadIn(
  { id, line, contact, direct_card }: z.infer<typeof Row>,
): Place[] {
  const { channel, threadTs } = parsePlaceKey(id);
  const direct = direct_card !== undefined;
  return contact && threadTs
    ? [{ channel, ts: threadTs, direct, line, contact }]
    : [];
}

function placeIn(row: z.infer<typeof Row>): PlaceRow {
  const { line, contact, direct_card: ts, switches = [], closed = false } = row;
  if (!contact) return { kind: "channel", line, switches, closed };
  if (row.moved_to) {
    const to = parseMessageKey(row.moved_to);
    const { moved_at: since = 0 } = row;
    return { kind: "moved", line, contact, to, ts: ts ?? null, since };
  }
  return ts
    ? { kind: "direct", line, contact, ts }
    : { kind: "thread", line, contact };
}
