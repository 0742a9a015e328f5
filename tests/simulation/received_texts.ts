import type { SlackMessage } from "../support/surface.ts";
import type { Ledger } from "./ledger.ts";
import type { Picture, Reply } from "./picture.ts";
import { isToBeShown } from "./quiet_kept.ts";
import { momentOf, type Seen } from "./seen.ts";
import { type Card, kindOf, payloadOf } from "./seen_in_slack.ts";

/**
 * Each text that came to a line stands in its conversation's thread exactly once, in the words that were written. What
 * stands under a card that somebody deleted may be told anew under the next one: its run may have died before anybody
 * knew of it, and nobody looks there. Where two rival cards were both deleted, it may stand under each.
 */
export function* shownOnce(
  { picture, ledger, standings }: Seen,
): Generator<string> {
  const shown = picture.replies.filter(isReceived);
  for (const text of picture.log) {
    if (!text.inbound) continue;
    const copies = shown.filter((each) => sidOf(each) === text.sid);
    const what = `${text.sid} of ${text.from} to ${text.to}: ${text.body}`;
    const standing = copies.filter(({ card }) => !card.isLost || card.isDirect);
    const lost = Map.groupBy(copies, ({ card }) => card).values()
      .map(({ length }) => length);
    const count = standing.length > 0
      ? countOf(standing, picture, ledger)
      : Math.max(0, ...lost);
    const due = isToBeShown(text, standings);
    const mayMiss = due === "either" ||
      ledger.removals.some(({ sid }) => sid === text.sid);
    const isRight = mayMiss ? count <= 1 : count === (due ? 1 : 0);
    if (!isRight) yield `shown ${count} times: ${what}`;
    for (const { card, message } of copies) {
      if (card.line !== text.to || card.contact !== text.from) {
        yield `shown in the thread of ${card.contact} with ${card.line}: ${what}`;
      }
      if (wordsIn(message) !== text.body) {
        yield `shown as “${wordsIn(message)}”: ${what}`;
      }
    }
  }
  for (const reply of shown) {
    if (!picture.log.some(({ sid }) => sid === sidOf(reply))) {
      yield `shows ${sidOf(reply)}, which the carrier has never received`;
    }
  }
  for (const { message } of picture.others) {
    if (kindOf(message) === "clerk_received") {
      yield `${sidOf({ message })} is shown outside of a conversation`;
    }
  }
}

/**
 * How many stand there. Those in a lost channel count for one: nothing can be taken away there any more. They count for
 * none where the same text still stands in the place that it was taken along from as the channel was lost, or is told anew
 * because its run died on the way, and nobody can look into the channel.
 */
function countOf(
  copies: Reply[],
  { shut }: Picture,
  { forgotten }: Ledger,
): number {
  const open = copies.filter(({ channel }) => !shut.includes(channel));
  const lost = copies.filter((each) =>
    !open.includes(each) &&
    !open.some(({ message }) => message.ts < each.message.ts) &&
    // Told anew it may have been in a place that was lost, too.
    !(forgotten.includes(sidOf(each)) &&
      copies.some((other) =>
        open.includes(other) || other.message.ts > each.message.ts
      ))
  );
  return open.length + new Set(lost.map(({ channel }) => channel)).size;
}

/** Milliseconds after which a text is late by anybody's measure. */
const LATE = 5 * 60_000;

/** Texts stand in the carrier's order; one that stands behind a newer one, or came to stand there late, says so. */
export function* inOrder({ picture }: Seen): Generator<string> {
  const rank = new Map(picture.log.map(({ sid }, at) => [sid, at]));
  for (const card of picture.cards.filter(({ isLost }) => !isLost)) {
    let newest = -1;
    for (const reply of picture.replies) {
      if (reply.card !== card || !isReceived(reply)) continue;
      const place = rank.get(sidOf(reply)) ?? -1;
      if (place < newest && !saysLate(reply.message)) {
        yield `stands behind a newer text and does not say so: ${reply.message.text}`;
      }
      const wait = momentOf(reply.message.ts) -
        (picture.log[place]?.created ?? Infinity);
      if (wait > LATE && !saysLate(reply.message)) {
        yield `stands there ${wait} ms late and does not say so: ${reply.message.text}`;
      }
      newest = Math.max(newest, place);
    }
  }
}

/** A conversation has one card, and a card has a thread that is known. */
export function* oneCard(
  { picture, outcomes, conversations }: Seen,
): Generator<string> {
  const cards = picture.cards.filter((card) => isOpen(card, picture));
  for (const card of cards) {
    const who = `${card.contact} with ${card.line}`;
    const first = cards.find((each) =>
      each.line === card.line && each.contact === card.contact
    );
    if (first !== card) yield `a second card of ${who}, ts ${card.ts}`;
    const hasText = picture.replies.some((reply) =>
      reply.card === card && isReceived(reply)
    ) || outcomes.some(({ shown }) =>
      shown.some((each) =>
        each.card === card
      )
    );
    const isMoved = picture.cards.some((each) =>
      each !== card && each.line === card.line &&
      each.contact === card.contact && (each.isDirect || each.isLeft)
    );
    if (!hasText && !card.isDirect && !isMoved) {
      yield `a card of ${who} without a text, ts ${card.ts}`;
    }
    const row = conversations.find(({ line, contact }) =>
      line === card.line && contact === card.contact
    );
    // The run that moved it to a channel which is lost now died before the old card said so: there it comes back to.
    if (row && picture.shut.includes(row.channel)) continue;
    if (!isKnown(card, picture)) {
      yield `a card of ${who} that is not known, ts ${card.ts}`;
    }
    if (row && row.ts !== card.ts) {
      yield `a card of ${who}, ts ${card.ts}, though its place is ${row.ts}`;
    }
  }
}

/** From when on, since all was calm, a text comes to a conversation that goes on (milliseconds). */
const GOES_ON = 2 * 60 * 60_000;

/** A conversation whose channel was lost, and whose contact has texted since, is elsewhere: not only its texts are. */
export function* lostIsLeft(
  { calmSince, conversations, picture }: Seen,
): Generator<string> {
  for (const { line, contact, channel } of conversations) {
    if (!picture.shut.includes(channel)) continue;
    const isLeft = picture.replies.some(({ card, message }) =>
      card.line === line && card.contact === contact &&
      card.channel !== channel && kindOf(message) === "clerk_received" &&
      momentOf(message.ts) > calmSince + GOES_ON
    );
    if (isLeft) yield `${contact} with ${line} is in ${channel}, which is lost`;
  }
}

/** Whether a conversation may be at a card: nobody looks for it in a channel that was made and never written down. */
export function isOpen(card: Card, picture: Picture): boolean {
  return !card.isLost && !card.isLeft && !picture.shut.includes(card.channel) &&
    (!card.isDirect || isKnown(card, picture));
}

function isKnown({ channel, ts, isDirect }: Card, { known }: Picture): boolean {
  return known.includes(isDirect ? channel : `${channel}:${ts}`);
}

/** What points to a card in another channel points to one that is there. */
export function* pointersHold({ picture }: Seen): Generator<string> {
  for (const { message } of picture.others) {
    if (kindOf(message) !== "clerk_pointer") continue;
    const target = payloadOf(message, "card");
    const isThere = picture.cards.some(({ channel, ts }) =>
      `${channel}:${ts}` === target
    );
    if (!isThere) yield `points to no card: ${message.text} (${message.ts})`;
  }
}

export function isReceived({ message }: Pick<Reply, "message">): boolean {
  return kindOf(message) === "clerk_received";
}

export function sidOf({ message }: Pick<Reply, "message">): string {
  return payloadOf(message, "sid");
}

function saysLate(message: SlackMessage): boolean {
  return JSON.stringify(message.blocks ?? []).includes("Shown late");
}

/** The words of a message's rich text, with its links as they were written. */
function wordsIn({ blocks }: SlackMessage): string {
  const words: string[] = [];
  JSON.stringify(
    blocks?.filter(({ type }) => type === "rich_text"),
    (_key, value) => {
      const isWord = value?.type === "text" || value?.type === "link";
      if (isWord) words.push(value.text ?? value.url);
      return value;
    },
  );
  return words.join("");
}
