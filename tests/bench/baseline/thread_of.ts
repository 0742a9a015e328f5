import type { Tools } from "./tools.ts";

/** Where a conversation is. */
export interface Place {
  channel: string;
  ts: string;
  line: string;
  contact: string;
}

/** The conversation's thread, begun with a card where there is none. */
export async function threadOf(
  tools: Tools,
  line: string,
  contact: string,
  channel: string,
  what: string,
): Promise<Place> {
  const id = `${line}:${contact}`;
  const row = await tools.row("conversations", id);
  if (row?.card_ts) {
    const { channel, card_ts } = row;
    return { channel: String(channel), ts: String(card_ts), line, contact };
  }
  const ts = await tools.post(channel, `New ${what} ${contact}`);
  await tools.save("conversations", { id, channel, card_ts: ts });
  await tools.save("places", { id: `${channel}:${ts}`, line, contact });
  return { channel, ts, line, contact };
}
