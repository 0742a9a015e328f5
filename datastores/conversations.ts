import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import { conversationKey } from "../bridge/sms/conversation.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { messageKey, parseMessageKey } from "../bridge/sms/place.ts";
import { type Caller, Rows } from "./rows.ts";

/**
 * A conversation by `line:contact`, and under the line's bare number where its new conversations begin: one call
 * tells both, so that a first text is shown as soon as a later one.
 */
export const ConversationsDatastore = DefineDatastore({
  name: "conversations",
  primary_key: "id",
  attributes: {
    id: { type: Schema.types.string },
    channel: { type: Schema.types.string },
    card_ts: { type: Schema.types.string },
    shown: { type: Schema.types.array, items: { type: Schema.types.string } },
    former: { type: Schema.types.string },
    since: { type: Schema.types.number },
  },
});

const Row = z.object({
  id: z.string(),
  channel: z.optional(z.string()),
  /** The card of the conversation; empty after it was taken away, absent in a line's row. */
  card_ts: z.optional(z.string()),
  /** `channel:ts` of the card that was taken away last. */
  former: z.optional(z.string()),
  /** SIDs of the latest texts shown, oldest first. */
  shown: z.optional(z.array(z.string())),
  /** In a line's row: texts received before this moment (milliseconds) are not shown. */
  since: z.optional(z.number()),
});

interface Conversation {
  line: E164;
  contact: E164;
  channel: string;
  ts: string;
  shown: string[];
  former: { channel: string; ts: string } | null;
}

type Placed = Omit<Conversation, "shown" | "former">;

interface Opening {
  line: E164;
  channel: string;
  since: number;
}

/** The only reader and writer of conversations. */
export class Conversations {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, ConversationsDatastore.name, Row);
  }

  async find(
    line: E164,
    contact: E164,
  ): Promise<{
    conversation: Conversation | null;
    opening: Opening | null;
    before: string[];
  }> {
    const key = conversationKey(line, contact);
    const rows = await this.#rows.getAll([key, line]);
    const row = rows.find(({ id }) => id === key);
    const shown = row?.shown ?? [];
    const former = row?.former ? parseMessageKey(row.former) : null;
    const conversation = row?.card_ts && row.channel
      ? { line, contact, channel: row.channel, ts: row.card_ts, shown, former }
      : null;
    const opening = openingsIn(rows)[0] ?? null;
    return { conversation, opening, before: shown };
  }

  async begin(
    { line, contact, channel, ts }: Placed,
    shown?: string[],
  ): Promise<void> {
    const id = conversationKey(line, contact);
    await this.#rows.update({ id, channel, card_ts: ts, shown });
  }

  async forget({ line, contact, channel, ts }: Placed): Promise<void> {
    const { conversation } = await this.find(line, contact);
    if (conversation?.ts !== ts || conversation.channel !== channel) return;
    await this.#rows.update({
      id: conversationKey(line, contact),
      channel: "",
      card_ts: "",
      former: messageKey(channel, ts),
    });
  }

  async saveShown({ line, contact, shown }: Conversation): Promise<void> {
    await this.#rows.update({ id: conversationKey(line, contact), shown });
  }

  async saveOpening({ line, channel, since }: Opening): Promise<void> {
    await this.#rows.update({ id: line, channel, since });
  }

  async openings(lines: E164[]): Promise<Opening[]> {
    return openingsIn(await this.#rows.getAll(lines));
  }
}

function openingsIn(rows: z.infer<typeof Row>[]): Opening[] {
  return rows.flatMap(({ id, channel, since = 0 }) =>
    isE164(id) && channel ? [{ line: id, channel, since }] : []
  );
}
