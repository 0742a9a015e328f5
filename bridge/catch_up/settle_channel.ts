import { type Bid, remember, withdraw } from "../places/open_conversation.ts";
import type {
  Conversation,
  Ends,
  Place,
  Spot,
  StandingBid,
  ThreadMessage,
} from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { cardDigest } from "../sms/card_digest.ts";
import { conversationKey, parseConversationKey } from "../sms/conversation.ts";
import { messageKey, tsToMs } from "../sms/place.ts";
import { explain, fail, isUnexplained } from "../texts/explain_failure.ts";
import { tidy } from "../texts/settle_thread.ts";
import { showTexts } from "../texts/show_texts.ts";
import {
  RIVALRY,
  RUN_LIFE,
  SKEW,
  STILL_WANTED,
  STILL_WRITTEN_TO,
} from "../timing.ts";
import { drawAgain } from "./draw_again.ts";
import { linkCards } from "./link_cards.ts";
import { meetGone } from "./meet_gone.ts";
import { textLeftLines } from "./text_left_lines.ts";

/**
 * Goes through what stands in a channel since a moment (milliseconds): makes sure that each conversation has one card,
 * and takes care of `send` lines that no event was fired for.
 * @returns the keys of conversations that are pinned, or were begun or replied to there since.
 */
export async function settleChannel(
  ends: Ends,
  channel: string,
  since: number,
): Promise<string[]> {
  const now = ends.clock.now();
  const oldest = Math.min(since, now - STILL_WANTED) - RIVALRY;
  const longAgo = Math.min(oldest, now - STILL_WRITTEN_TO);
  const { bids, posts, remarks, gone } = await ends.desk.channelSince(
    channel,
    longAgo,
  );
  // First of all: Slack may allow no more calls before every card has been looked at.
  await textLeftLines(ends, channel, posts);
  await tidy(ends, remarks, []);
  const lately = gone.filter(({ ts }) => tsToMs(ts) > oldest);
  const met = new Set(await meetGone(ends, lately));
  const unlinked: Place[] = [];
  const { threads, dueOf } = await cardsInOrder(ends, bids);
  for (
    const { bid, card, conversation, repliedAt, lacksLink, shows } of bids
  ) {
    const key = parseConversationKey(conversation);
    if (!key) continue;
    const due = dueOf.get(keyOf(card));
    if (due && shows && shows !== due) await drawAgain(ends, key, shows);
    const isOld = tsToMs(bid.ts) < oldest;
    if (!isOld || (repliedAt ?? 0) > oldest) met.add(conversation);
    if (lacksLink && due) unlinked.push({ ...key, ...card });
    if (isOld || due) continue;
    const age = now - tsToMs(bid.ts);
    if (age > RUN_LIFE + SKEW) {
      const place = { ...key, ...card };
      const isEmpty = age > 2 * RUN_LIFE &&
        await takeAwayEmpty(ends, bid, place);
      if (!isEmpty) await settleRival(ends, { bid, card }, place);
    }
  }
  await linkCards(ends, unlinked);
  for (const place of await pinnedIn(ends, channel, threads)) {
    met.add(conversationKey(place.line, place.contact));
  }
  return [...met];
}

/** The conversations that are pinned in a channel. @param threads those that have just been looked up. */
async function pinnedIn(
  { desk, places }: Ends,
  channel: string,
  threads: Place[],
): Promise<Place[]> {
  const pins = (await desk.pinned(channel)).map(({ spot }) => spot);
  const pinned = new Set(pins.map(keyOf));
  const known = new Set(threads.map(keyOf));
  return [
    ...threads.filter((each) => pinned.has(keyOf(each))),
    ...await places.threadsAt(pins.filter((each) => !known.has(keyOf(each)))),
  ];
}

/**
 * What stands for a conversation of the cards, and what those of them should show, by their `channel:ts`, that are
 * remembered as their conversation's place, with something under them.
 */
async function cardsInOrder(
  { conversations, places }: Ends,
  bids: StandingBid[],
): Promise<{ threads: Place[]; dueOf: Map<string, string> }> {
  const cards = bids.filter(({ repliedAt }) => repliedAt !== null)
    .map(({ card }) => card);
  const threads = await places.threadsAt(cards);
  const keys = new Set(threads.map(keyOf));
  const known = await conversations.findAll(threads);
  const dueOf = new Map(
    known.flatMap(({ place, standing, work }) =>
      place && keys.has(keyOf(place))
        ? [[keyOf(place), cardDigest(work, standing)] as const]
        : []
    ),
  );
  return { threads, dueOf };
}

function keyOf({ channel, ts }: Spot): string {
  return messageKey(channel, ts);
}

/** Takes away a card whose run died before anything was shown under it. @returns whether it did. */
async function takeAwayEmpty(
  { conversations, desk }: Ends,
  bid: Spot,
  place: Place,
): Promise<boolean> {
  const { messages } = await desk.thread(place);
  if (messages.length > 0) return false;
  // A text that comes at this very moment finds the thread gone, and opens the conversation anew.
  await conversations.forget(place);
  if (bid.channel !== place.channel) await desk.remove(bid);
  await desk.remove(place);
  return true;
}

/** Adopts a card whose run died before it was remembered, and takes away one that lost to another. */
async function settleRival(
  ends: Ends,
  bid: Bid,
  place: Place,
): Promise<void> {
  const { desk } = ends;
  const { conversation, opening, former } = await ends.conversations.find(
    place.line,
    place.contact,
  );
  // In a disconnected channel nothing is a conversation's place, and nothing is tidied.
  if (opening?.closed.includes(place.channel)) return;
  if (conversation?.direct && await wasItsThread(ends, place)) {
    // The run that moved the conversation may have known another card only, which was deleted meanwhile.
    const isKnown = former.some(({ ts }) => ts === place.ts);
    if (!isKnown) await ends.conversations.addFormer(place);
    // It may have been taken away in its own channel before this was seen in the line's.
    const isPointer = bid.bid.channel !== place.channel;
    if (isPointer && !await desk.cardAt(place)) await desk.remove(bid.bid);
    return;
  }
  const stands = conversation?.ts === place.ts &&
    conversation.channel === place.channel;
  if (!conversation || stands) {
    const row = await ends.places.at(place.channel, place.ts);
    if (!conversation || row?.kind !== "thread") await remember(ends, place);
    return;
  }
  const { messages } = await desk.thread(place);
  // What has been texted from there stays where it was said.
  if (messages.some(({ request }) => request !== null)) return;
  await moveTexts(ends, conversation, messages);
  for (const message of messages) {
    const isMoved = message.sid !== null || message.attachment !== null;
    if (isMoved) await desk.remove(message);
    else if (message.author === null) continue;
    else if (message.marks.length === 0) {
      await fail(ends, { place, spot: message, mirrors: [] }, wrongThread());
    } else if (isUnexplained(message, messages)) {
      await explain(ends, place, message, wrongThread());
    }
  }
  await withdraw(ends, bid, conversation);
}

/** Whether a conversation had this thread before a channel of its own: then it is kept. A rival gave way to a thread. */
async function wasItsThread(
  { places }: Ends,
  place: Place,
): Promise<boolean> {
  const row = await places.at(place.channel, place.ts);
  if (row?.kind !== "moved") return row?.kind === "thread";
  const where = await places.at(row.to.channel);
  return where?.kind !== "channel";
}

/** Shows in the conversation's own thread what stands in another one. */
async function moveTexts(
  ends: Ends,
  conversation: Conversation,
  messages: ThreadMessage[],
): Promise<void> {
  const { line, contact } = conversation;
  const texts = await ends.carrier.textsFrom(contact, line);
  const moving = texts.filter((text) =>
    messages.some(({ sid }) => sid === text.sid)
  );
  if (moving.length > 0) {
    await showTexts(ends, conversation, texts, moving, true);
  }
}

const wrongThread = () =>
  new Refusal(
    "This reply did not leave: the conversation goes on in another thread.",
    "Write it there.",
  );
