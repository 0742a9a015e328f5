import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import { messageKey, parseMessageKey } from "../bridge/sms/place.ts";
import type { Stage } from "../bridge/sms/status.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

/** An outgoing text, by the carrier's SID, and the Slack messages that carry its marks. Its words are not here. */
export const MessagesDatastore = DefineDatastore({
  name: "messages",
  primary_key: "sid",
  attributes: {
    sid: { type: Schema.types.string },
    line: { type: Schema.types.string },
    contact: { type: Schema.types.string },
    channel: { type: Schema.types.string },
    card_ts: { type: Schema.types.string },
    direct: { type: Schema.types.boolean },
    spots: { type: Schema.types.array, items: { type: Schema.types.string } },
    stage: { type: Schema.types.string },
    answered_at: { type: Schema.types.number },
    by: { type: Schema.types.string },
  },
});

const Row = z.object({
  sid: z.string(),
  line: PhoneNumber,
  contact: PhoneNumber,
  channel: z.string(),
  card_ts: z.string(),
  /** Whether the place is a direct channel. */
  direct: z.optional(z.boolean()),
  /** `channel:ts` of each message that carries the marks, the texted one first. */
  spots: z.array(z.string()),
  stage: z.enum(["accepted", "sent", "delivered", "failed"]),
  answered_at: z.optional(z.number()),
  by: z.optional(z.string()),
});

interface Message {
  sid: string;
  place: {
    channel: string;
    ts: string;
    direct?: boolean;
    line: E164;
    contact: E164;
  };
  spots: { channel: string; ts: string }[];
  stage: Stage;
  answeredAt: number | null;
  by: string | null;
}

const Table = tableOf(MessagesDatastore.name, Row);

/** The only reader and writer of messages. */
export class Messages {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async find(sid: string): Promise<Message | null> {
    const row = await this.#rows.get(sid);
    return row && messageOf(row);
  }

  async findAll(sids: string[]): Promise<Message[]> {
    return (await this.#rows.getAll(sids)).map(messageOf);
  }

  async save(
    { sid, place, spots, stage, answeredAt, by }: Message,
  ): Promise<void> {
    await this.#rows.put({
      sid,
      line: place.line,
      contact: place.contact,
      channel: place.channel,
      card_ts: place.ts,
      direct: place.direct,
      spots: spots.map(({ channel, ts }) => messageKey(channel, ts)),
      stage,
      answered_at: answeredAt ?? undefined,
      by: by ?? undefined,
    });
  }
}

function messageOf(row: z.infer<typeof Row>): Message {
  const { sid, line, contact, channel, card_ts: ts, direct, stage } = row;
  const spots = row.spots.map(parseMessageKey);
  const place = { channel, ts, direct, line, contact };
  const answeredAt = row.answered_at ?? null;
  return { sid, place, spots, stage, answeredAt, by: row.by ?? null };
}
