import { remember } from "./open_conversation.ts";
import type { Ends, Spot } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { fail } from "./explain_failure.ts";
import { conversationKey, parseConversationKey } from "./sms/conversation.ts";
import type { E164 } from "./sms/e164.ts";
import { tsToMs } from "./sms/place.ts";
import { textSendLine } from "./text_send_line.ts";
import { RIVALRY, RUN_LIFE, SKEW, STILL_WANTED } from "./timing.ts";

/**
 * Goes through what stands in a channel since a moment (milliseconds): makes sure that each conversation has one card,
 * and takes care of `send` lines that no event was fired for.
 * @returns the keys of conversations that are pinned or were begun there since.
 */
export async function settleChannel(
  ends: Ends,
  channel: string,
  since: number,
): Promise<string[]> {
  const now = ends.clock.now();
  const oldest = Math.min(since, now - STILL_WANTED) - RIVALRY;
  const { cards, posts } = await ends.desk.channelSince(channel, oldest);
  const met = new Set<string>();
  for (const { spot, conversation } of cards) {
    const key = parseConversationKey(conversation);
    if (!key) continue;
    met.add(conversation);
    if (now - tsToMs(spot.ts) > RUN_LIFE + SKEW) {
      await settleCard(ends, spot, key.line, key.contact);
    }
  }
  for (const post of posts) {
    const age = now - tsToMs(post.ts);
    const isLeft = age > RUN_LIFE + SKEW && age < STILL_WANTED;
    if (!isLeft || !post.author || post.marks.length > 0) continue;
    await textSendLine(ends, { ...post, author: post.author }, true);
  }
  const pins = (await ends.desk.pinned(channel)).map(({ spot }) => spot);
  for (const { line, contact } of await ends.places.threadsAt(pins)) {
    met.add(conversationKey(line, contact));
  }
  return [...met];
}

/** Adopts a card whose run died before it was remembered, and takes away one that lost to another. */
async function settleCard(
  ends: Ends,
  spot: Spot,
  line: E164,
  contact: E164,
): Promise<void> {
  const { desk } = ends;
  const { conversation } = await ends.conversations.find(line, contact);
  if (!conversation) {
    await remember(ends, { ...spot, line, contact });
    return;
  }
  if (conversation.ts === spot.ts) {
    if (!(await ends.places.at(spot.channel, spot.ts))) {
      await ends.places.saveThread(conversation);
    }
    return;
  }
  const { messages } = await desk.thread(spot);
  for (const message of messages) {
    if (message.author === null) await desk.remove(message);
    else if (message.marks.length === 0) {
      const place = { ...spot, line, contact };
      await fail(ends, { place, spot: message, mirrors: [] }, WRONG_THREAD);
    }
  }
  await desk.remove(spot);
}

const WRONG_THREAD = new Refusal(
  "This reply did not leave: the conversation goes on in another thread.",
  "Write it there.",
);
