import type { Ends, Spot } from "../ports.ts";
import { conversationKey } from "../sms/conversation.ts";

/**
 * Makes sure that cards which were taken away, and under which something stands, are remembered among the former ones of
 * their conversations: who writes down one of several at once may write over the others.
 * @returns the keys of their conversations.
 */
export async function meetGone(
  { conversations, places }: Ends,
  gone: Spot[],
): Promise<string[]> {
  const met: string[] = [];
  for (const { channel, ts } of gone) {
    const row = await places.at(channel, ts);
    if (row?.kind !== "moved") continue;
    const { line, contact } = row;
    await conversations.addFormer({ line, contact, channel, ts });
    met.push(conversationKey(line, contact));
  }
  return met;
}
