import { changeWork } from "../places/change_work.ts";
import type { Conversation, Ends, Known } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { conversationKey } from "../sms/conversation.ts";
import { STILL_WRITTEN_TO } from "../timing.ts";

/**
 * Takes a conversation out of sight, and leaves the conversation itself as it is: its card is one line, and what channels
 * were told of it is taken back. It is shown again when its contact texts.
 */
export async function hide(
  ends: Ends,
  conversation: Conversation,
  known: Known,
): Promise<void> {
  const { line, contact, channel } = conversation;
  const places = new Set([channel, ...known.work.channels]);
  const takeBack = async () => {
    for (const place of places) await takeBackIn(ends, place, conversation);
  };
  const changes = { isHidden: true };
  await changeWork(ends, line, contact, changes, undefined, takeBack);
}

async function takeBackIn(
  { clock, desk }: Ends,
  channel: string,
  { line, contact }: Conversation,
): Promise<void> {
  const since = clock.now() - STILL_WRITTEN_TO;
  try {
    await desk.takeBack(channel, conversationKey(line, contact), since);
  } catch (error) {
    // In a channel that the app cannot see any more nothing can be taken back.
    if (!(error instanceof Outage) || !error.isShutOut) throw error;
  }
}
