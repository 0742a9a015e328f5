import { renewCard } from "../places/claim_channel.ts";
import { isLost, leaveLost } from "../places/leave_lost.ts";
import {
  clearBid,
  placeFirst,
  remember,
  settleBid,
  withdraw,
} from "../places/open_conversation.ts";
import type {
  CardFacts,
  CarrierText,
  Conversation,
  Ends,
  Known,
  Opening,
  Place,
} from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { GLANCE, LATE, QUIET, RUN_LIFE, SKEW } from "../timing.ts";
import { withOlder } from "./older_texts.ts";
import { pinShown, pinWhereDue } from "./pin_shown.ts";
import { readAgain, rememberShown } from "./remember_shown.ts";
import { pinAnew } from "./settle_pin.ts";
import { unanswered } from "./unanswered.ts";
import { settleThread, tidy } from "./settle_thread.ts";

/** What was shown, and whether under another card than was known: the known one may be gone, or have lost. */
export interface Showing {
  shown: string[];
  moved: boolean;
  place: Place;
  /** Whether its pin is still to come. */
  isPinDue?: boolean;
  /** Whether there was no room for its pin. */
  isFull?: boolean;
}

const CONTACT = { contact: true } as const;

/**
 * Opens a conversation with its card and shows the first text under it. The text is shown before it is known
 * whether the card stands, so that nobody waits for the rare case; who loses takes both back.
 * @param known with the texts that were shown under an earlier card, which is gone.
 * @param channel where the card is posted, if not in the line's own channel.
 */
export async function showFirst(
  ends: Ends,
  opening: Opening,
  known: CardFacts & Pick<Known, "before" | "left">,
  texts: CarrierText[],
  waiting: CarrierText[],
  channel = opening.channel,
): Promise<Showing> {
  const { desk, clock } = ends;
  const [first, ...others] = waiting as [CarrierText, ...CarrierText[]];
  const line = opening.line;
  const { before, left, standing: { contact, name } } = known;
  const bid = await placeFirst(ends, opening, known, channel, CONTACT);
  const isLate = clock.now() - first.createdAt > LATE;
  const [{ place, won }, shown] = await Promise.all([
    settleBid(ends, bid, opening, contact),
    desk.showText({ line, contact, name, ...bid.card }, first, isLate),
  ]);
  if (!won) {
    await desk.remove(shown);
    await withdraw(ends, bid, place);
    await clock.sleep(GLANCE);
    const { conversation } = await ends.conversations.find(line, contact);
    // Whoever won may have died since: every run that knows the place remembers it.
    if (!conversation) {
      await remember(ends, place, undefined, undefined, left);
    }
    const current = conversation ??
      {
        ...place,
        name,
        shown: before,
        assignees: [],
        beginner: null,
      };
    return await showTexts(ends, current, texts, waiting, true);
  }
  const conversation: Conversation = {
    ...place,
    shown: [...before, first.sid],
    assignees: [],
    beginner: CONTACT,
    name,
  };
  if (others.length > 0) {
    await remember(ends, place, undefined, CONTACT, left);
    // Nothing is pinned yet: what is shown here counts when it is.
    const bare = { ...conversation, shown: before };
    const rest = await showTexts(ends, bare, texts, others, true);
    const shown = [first.sid, ...rest.shown];
    return { ...rest, shown, moved: true };
  }
  const pinned = await desk.pin(place, ends.workingOff?.isInHaste);
  const isPinDue = pinned === "later";
  await remember(
    ends,
    place,
    pinned === "full" || isPinDue ? before : conversation.shown,
    CONTACT,
    left,
  );
  return { shown: [first.sid], moved: true, place, isPinDue };
}

/**
 * Shows texts in the place of their conversation, oldest first, remembers them and pins the card.
 * @param texts the conversation's latest inbound texts in the carrier's order: what is late is judged by them.
 * @param doubtful whether another run may have shown some of them: then the thread itself is asked, before and after.
 */
export async function showTexts(
  ends: Ends,
  conversation: Conversation,
  texts: CarrierText[],
  waiting: CarrierText[],
  doubtful: boolean,
): Promise<Showing> {
  const { desk, clock } = ends;
  const shown = new Set(conversation.shown);
  if (doubtful) {
    const since = Math.min(...waiting.map((text) => text.createdAt)) - SKEW;
    for (const { sid } of await desk.shownIn(conversation, since)) {
      if (sid) shown.add(sid);
    }
  }
  const due = waiting.filter((text) => !shown.has(text.sid));
  for (const text of due) {
    const overtaken = texts.slice(texts.indexOf(text) + 1)
      .some((newer) => shown.has(newer.sid));
    const isLate = overtaken || clock.now() - text.createdAt > LATE;
    try {
      const tells = isCall(texts, text) && !isLate;
      await desk.showText(conversation, text, isLate, tells);
    } catch (error) {
      if (!isLost(conversation, error)) throw error;
      const rest = due.slice(due.indexOf(text));
      if (!conversation.direct) {
        return await reopen(ends, conversation, texts, due);
      }
      const home = await leaveLost(ends, conversation);
      return { ...await showTexts(ends, home, texts, rest, true), moved: true };
    }
    shown.add(text.sid);
  }
  const { pinned, seen } = due.length > 0
    ? await pinShown(ends, conversation, texts)
    : await pinWhereDue(ends, conversation, shown);
  if (pinned === "gone") {
    return await reopen(ends, conversation, texts, due);
  }
  // With all of Slack's pins taken the text counts as not done with, so that catch-up pins it when there is room.
  const isPinDue = pinned === "later";
  if (pinned !== "full" && !isPinDue) {
    const isAlone = !doubtful || ends.workingOff;
    const known = isAlone ? conversation : await readAgain(ends, conversation);
    await rememberShown(ends, known, texts, shown);
  }
  const isRival = ends.workingOff
    ? pinned === "already"
    : doubtful || pinned !== "added";
  if (isRival && seen) await tidy(ends, seen, texts);
  else if (isRival) await settleThread(ends, conversation, texts);
  const sids = due.map((text) => text.sid);
  const isFull = pinned === "full";
  return { shown: sids, moved: false, place: conversation, isPinDue, isFull };
}

/** Whether the contact had been quiet before a text: then people are told, and not again for each that follows. */
export function isCall(texts: CarrierText[], text: CarrierText): boolean {
  const previous = texts[texts.indexOf(text) - 1];
  return !previous || text.createdAt - previous.createdAt >= QUIET;
}

/**
 * Begins a conversation anew whose card somebody has deleted: nobody would look for texts under what is left of it.
 * What waits there for an answer moves to the new card.
 * @param due texts that wait as well, whether they stand there yet or not.
 */
export async function reopen(
  ends: Ends,
  conversation: Conversation,
  texts: CarrierText[],
  due: CarrierText[] = [],
): Promise<Showing> {
  if (conversation.direct) {
    const renewed = await renewCard(ends, conversation);
    if (renewed.ts === conversation.ts) {
      return { shown: [], moved: false, place: conversation };
    }
    const showing = await showTexts(ends, renewed, texts, due, true);
    // Of what stands there already the old card may have had the pin.
    if (due.length === 0) await pinAnew(ends, renewed);
    // What was shown before its card was missed stands in the channel still.
    return { ...showing, shown: due.map(({ sid }) => sid) };
  }
  const { line, contact, channel } = conversation;
  const [{ messages }, known] = await Promise.all([
    ends.desk.thread(conversation),
    ends.conversations.find(line, contact),
  ]);
  const { opening } = known;
  // What another run has just put there as well: it may give up before it misses the card.
  const waiting = unanswered(messages);
  const all = await withOlder(ends, known, conversation, texts, waiting);
  const moving = all.filter((text) =>
    [...due, ...waiting].some(({ sid }) => sid === text.sid)
  );
  if (!opening || moving.length === 0) {
    return { shown: [], moved: false, place: conversation };
  }
  const stays = messages.filter(({ ts }) =>
    ends.clock.now() - tsToMs(ts) > RUN_LIFE + SKEW
  ).flatMap(({ sid }) => sid ?? []);
  const before = [...new Set([...conversation.shown, ...stays])]
    .filter((sid) => !moving.some((text) => text.sid === sid));
  await ends.conversations.forget(conversation, before);
  await clearBid(ends, opening, conversation);
  const showing = await showFirst(
    ends,
    opening,
    { ...known, before },
    all,
    moving,
    channel,
  );
  // Last of all: a run that dies before leaves a text twice rather than nowhere.
  for (const message of messages) {
    if (message.sid && showing.shown.includes(message.sid)) {
      await ends.desk.remove(message);
    }
  }
  return { ...showing, moved: true };
}
