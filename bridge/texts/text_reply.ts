import { disconnected } from "../lines/disconnect_channel.ts";
import { isTaken, type Outgoing } from "../outgoing.ts";
import { earliestCard, remember } from "../places/open_conversation.ts";
import type {
  Card,
  ChannelCopy,
  Ends,
  Place,
  PlaceRow,
  Spot,
} from "../ports.ts";
import { Refusal, skip } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { internalNote } from "../sms/notes.ts";
import { tsToMs } from "../sms/place.ts";
import { INTERNAL_MARK } from "../sms/status.ts";
import { FRESH } from "../timing.ts";
import { deliverMessage, type Delivery } from "./deliver_message.ts";
import { fail } from "./explain_failure.ts";
import { textUnderCard } from "./text_under_card.ts";
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
  /** How many files hang on it, where that has been looked up. */
  files?: number;
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
  const { card, files } = await ends.desk.replyAt(post, threadTs);
  const reply = { ...post, files };
  const told = card && await textUnderCard(ends, reply, card);
  if (told) return told;
  const { row: known, ...standing } = await ends.places.threadAt(
    channel,
    threadTs,
  );
  const parent = { channel, ts: threadTs };
  const row = known ?? (card && await adopt(ends, parent, card));
  if (row?.kind === "thread") {
    const { line, contact } = row;
    return await deliverReply(
      ends,
      { ...parent, line, contact },
      reply,
      standing,
    );
  }
  return await textDirect(ends, reply, row) ??
    skip("the thread is not a conversation");
}

/**
 * Texts what somebody posts in a conversation's direct channel, in whatever thread.
 * @returns null when it is none.
 */
export async function textDirect(
  ends: Ends,
  post: Post,
  row: PlaceRow | null,
): Promise<Delivery | null> {
  const isPlace = row?.kind === "direct" || row?.kind === "moved";
  if (!isPlace) return null;
  if (await isSlacksOwn(ends, post)) {
    return skip("Slack itself says so, in somebody's name");
  }
  if (row.kind === "moved") return await textMoved(ends, post, row);
  const { line, contact, ts } = row;
  const place = { channel: post.channel, ts, direct: true, line, contact };
  return await deliverReply(ends, place, post, { switches: [], closed: false });
}

/** Refuses what is written where a conversation was, unless it is back there and only the row does not say so yet. */
async function textMoved(
  ends: Ends,
  post: Post,
  row: PlaceRow & { kind: "moved" },
): Promise<Delivery> {
  const { line, contact } = row;
  const { conversation } = await ends.conversations.find(line, contact);
  const here = row.ts ?? post.threadTs;
  if (conversation?.channel !== post.channel || conversation.ts !== here) {
    if (await isTakenCareOf(ends, post)) {
      return skip("the message has been taken care of");
    }
    const to = conversation ?? row.to;
    return await refuseMoved(ends, { line, contact, to }, post);
  }
  await ends.places.saveThread(conversation);
  const standing = await ends.places.threadAt(post.channel, conversation.ts);
  return await deliverReply(ends, conversation, post, standing);
}

/** Whether the same event was answered before, when the conversation was still there. */
async function isTakenCareOf(
  { clock, desk }: Ends,
  post: Post,
): Promise<boolean> {
  if (clock.now() - tsToMs(post.ts) <= FRESH) return false;
  const marks = await desk.marksOn(post) ?? [];
  return isTaken({ marks });
}

/**
 * Whether a message is Slack's own, such as "@dana has joined the channel": it is told of like any other, with nothing
 * that tells it apart but that it begins with a mention of its author. Only one that does is worth a look.
 */
async function isSlacksOwn(
  { desk }: Ends,
  { channel, ts, text, author }: Post,
): Promise<boolean> {
  if (!text.startsWith(`<@${author}>`)) return false;
  return !await desk.isSaid({ channel, ts });
}

/** What a thread stands for that nobody has remembered: one under a card whose run died, or whose line is taken off. */
async function adopt(
  ends: Ends,
  parent: Spot,
  { line, contact }: Card,
): Promise<PlaceRow | null> {
  const { conversation, opening } = await ends.conversations.find(
    line,
    contact,
  );
  if (!opening) return null;
  const place = conversation ??
    await earliestCard(ends, opening, contact, parent);
  if (place.ts !== parent.ts || place.channel !== parent.channel) {
    return { kind: "moved", line, contact, to: place, ts: null, since: 0 };
  }
  await remember(ends, place);
  return { kind: "thread", line, contact };
}

/** Texts a reply whose place is known, unless it is to stay inside or its channel is disconnected. */
export async function deliverReply(
  ends: Ends,
  place: Place,
  { channel, ts, text, author, files }: Omit<Post, "threadTs">,
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
    const refused = disconnected();
    await fail(ends, { place, spot, mirrors: [] }, refused);
    return { refused };
  }
  const body = await writtenOut(ends, words);
  return await deliverMessage(ends, {
    place,
    spot,
    mirrors: [],
    body,
    by: author,
    isTyped: true,
    files,
    ...how,
  });
}

/**
 * Tells the author of a message in a place whose conversation goes on elsewhere that it was not texted, and where to
 * write it.
 */
export async function refuseMoved(
  ends: Ends,
  { line, contact, to }: { line: E164; contact: E164; to: Spot },
  { channel, ts, threadTs, text }: Pick<
    Post,
    "channel" | "ts" | "threadTs" | "text"
  >,
): Promise<Delivery> {
  const spot = { channel, ts };
  if (internalNote(text) !== null) {
    await ends.desk.mark(spot, INTERNAL_MARK);
    return skip("the message is an internal note");
  }
  const place = { channel, ts: threadTs ?? ts, line, contact };
  const refusal = await goesOnElsewhere(ends, to);
  await fail(ends, { place, spot, mirrors: [] }, refusal);
  return { refused: refusal };
}

/** Why nothing leaves any more from a place whose conversation goes on elsewhere. */
export async function goesOnElsewhere(
  { desk }: Pick<Ends, "desk">,
  to: Spot,
): Promise<Refusal> {
  return new Refusal(
    "This reply did not leave: the conversation goes on somewhere else.",
    `Write it there: ${await desk.permalink(to)}`,
  );
}
