import { deliverMessage, type Delivery } from "./deliver_message.ts";
import { DISCONNECTED } from "./disconnect_channel.ts";
import { fail } from "./explain_failure.ts";
import type { Outgoing } from "./outgoing.ts";
import { earliestCard, remember } from "./open_conversation.ts";
import type { ChannelCopy, Ends, Place, PlaceRow, Spot } from "./ports.ts";
import { Refusal, skip } from "./refusal.ts";
import type { E164 } from "./sms/e164.ts";
import { INTERNAL_MARK } from "./sms/status.ts";
import { wordsToText } from "./words_to_text.ts";
import { writtenOut } from "./written_out.ts";

/** A message that a person posted. */
export interface Post {
  channel: string;
  ts: string;
  /** The parent's ts; absent for an ordinary channel message. */
  threadTs?: string;
  /** As Slack gives it, with its mark-up. */
  text: string;
  author: string;
}

/**
 * Texts a reply typed in a conversation's thread to its contact, from its line. Threads that are not conversations
 * are left alone.
 */
export async function textReply(
  ends: Ends,
  post: Post & { threadTs: string },
): Promise<Delivery> {
  const { channel, threadTs } = post;
  const { row: known, ...standing } = await ends.places.threadAt(
    channel,
    threadTs,
  );
  const row = known ?? await adopt(ends, { channel, ts: threadTs });
  if (row?.kind === "moved") return await refuseMoved(ends, row, post);
  if (row?.kind !== "thread") return skip("the thread is not a conversation");
  const { line, contact } = row;
  return await deliverReply(
    ends,
    { channel, ts: threadTs, line, contact },
    post,
    standing,
  );
}

/** What a thread stands for that nobody has remembered: one under a card whose run died, or one of no concern to us. */
async function adopt(ends: Ends, parent: Spot): Promise<PlaceRow | null> {
  const card = await ends.desk.cardAt(parent);
  if (!card) return null;
  const { line, contact } = card;
  const { conversation, opening } = await ends.conversations.find(
    line,
    contact,
  );
  if (!opening) return null;
  const place = conversation ??
    await earliestCard(ends, opening, contact, parent);
  if (place.ts !== parent.ts || place.channel !== parent.channel) {
    return { kind: "moved", line, contact, to: place };
  }
  await remember(ends, place);
  return { kind: "thread", line, contact };
}

/** Texts a reply whose place is known, unless it is to stay inside or its channel is disconnected. */
export async function deliverReply(
  ends: Ends,
  place: Place,
  { channel, ts, text, author }: Omit<Post, "threadTs">,
  { switches, closed }: Pick<ChannelCopy, "switches" | "closed">,
  how: Pick<Outgoing, "again" | "unwatched"> = {},
): Promise<Delivery> {
  const spot = { channel, ts };
  const words = await wordsToText(ends, { ts, text }, switches);
  if (words === null) {
    await ends.desk.mark(spot, INTERNAL_MARK);
    return skip("the reply stays inside");
  }
  if (closed) {
    await fail(ends, { place, spot, mirrors: [] }, DISCONNECTED);
    return { refused: DISCONNECTED };
  }
  const body = await writtenOut(ends, words);
  return await deliverMessage(ends, {
    place,
    spot,
    mirrors: [],
    body,
    by: author,
    isTyped: true,
    ...how,
  });
}

/** Tells the author of a reply to a card that lost to another that it was not texted, and where to write it. */
async function refuseMoved(
  ends: Ends,
  { line, contact, to }: { line: E164; contact: E164; to: Spot },
  { channel, ts, threadTs }: Post & { threadTs: string },
): Promise<Delivery> {
  const place = { channel, ts: threadTs, line, contact };
  const refusal = new Refusal(
    "This reply did not leave: the conversation goes on in another thread.",
    `Write it there: ${await ends.desk.permalink(to)}`,
  );
  const spot = { channel, ts };
  await fail(ends, { place, spot, mirrors: [] }, refusal);
  return { refused: refusal };
}
