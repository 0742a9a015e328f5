import { type Card, kindOf } from "./seen_in_slack.ts";
import { momentOf, type Seen } from "./seen.ts";
import { isReceived, sidOf } from "./received_texts.ts";

/** https://docs.slack.dev/reference/methods/pins.add: a channel holds no more. */
const MOST_PINS = 100;

/** A run that was at work when the card was deleted may still show its text under it (milliseconds). */
const GRACE = 120_000;

/** No run lives longer (milliseconds). */
const RUN_LIFE = 60_000;

/** The pins are the conversations that wait for an answer. */
export function* pinsTell(seen: Seen) {
  const { picture } = seen;
  for (const card of picture.cards) {
    if (card.isLost && !isForgotten(card, seen)) continue;
    if (picture.shut.includes(card.channel)) continue;
    const wanted = isWaiting(card, seen);
    if (wanted === card.isPinned || wanted === "either") continue;
    const pins = picture.others.filter(({ channel, message }) =>
      channel === card.channel && message.pinned_to?.length
    ).length + picture.cards.filter((each) =>
      each.channel === card.channel && each.isPinned
    ).length;
    if (wanted && pins >= MOST_PINS) {
      continue;
    }
    const who = `${card.contact} with ${card.line}`;
    yield wanted ? `waits and is not pinned: ${who}` : `pinned in vain: ${who}`;
  }
}

/** Where more wait than are pinned one line says so, and nowhere else. */
export function* queueTells(seen: Seen) {
  const { others, cards } = seen.picture;
  const lines = others.filter(({ message }) =>
    kindOf(message) === "clerk_queue"
  );
  for (const { channel } of lines) {
    const here = lines.filter((each) => each.channel === channel);
    if (here.length > 1) yield `${channel} says twice that more wait`;
    const isTrue = cards.some((card) =>
      card.channel === channel && !card.isPinned && isWaiting(card, seen)
    );
    if (!isTrue) yield `${channel} says in vain that more wait`;
  }
}

/**
 * Whether texts were shown in a thread after its card was deleted, and under no later card: nobody can see there that
 * they wait.
 */
function isForgotten(card: Card, { picture, ledger }: Seen): boolean {
  const lost = ledger.lostCards.find(({ ts }) => ts === card.ts);
  return picture.replies.some((reply) =>
    reply.card === card && isReceived(reply) &&
    momentOf(reply.message.ts) > (lost?.at ?? Infinity) + GRACE &&
    !picture.replies.some((each) =>
      each.card.ts > card.ts && sidOf(each) === sidOf(reply)
    )
  );
}

/**
 * A conversation waits when its last received text stands behind all that was answered: whoever typed an answer before
 * the text stood there had not read it. A `send` line or a form may have been under way when it came: then either will do.
 */
function isWaiting(card: Card, seen: Seen): boolean | "either" {
  const { conversations, picture, ledger, outcomes, standings } = seen;
  // Where its conversation's channel was lost before the pin was taken along, who waits is found by what was left.
  const isOrphaned = conversations.some(({ line, contact, channel }) =>
    line === card.line && contact === card.contact &&
    picture.shut.includes(channel)
  );
  if (card.isLeft) return isOrphaned ? "either" : false;
  const last = picture.replies.findLast((reply) =>
    reply.card === card && isReceived(reply)
  );
  // Of what was deleted nobody can tell any more whether it waits.
  const isTorn = ledger.removals.some(({ line, contact, sid }) =>
    line === card.line && contact === card.contact && sid !== ""
  );
  if (isTorn) return "either";
  const settlings = ledger.settlings.filter(({ line, contact }) =>
    line === card.line && contact === card.contact
  );
  // One that was put off is pinned when it comes back, whether or not its contact has ever texted.
  const wasPutOff = settlings.some(({ stand }) => stand === "put off");
  if (!last) return wasPutOff ? "either" : false;
  const since = momentOf(last.message.ts);
  // Whoever is put on Do Not Disturb waits for nobody; what stands there already may be pinned by a run under way.
  const wasHushed = standings.quietTimes(card.contact)
    .some(({ until }) => until > since);
  if (wasHushed) return "either";
  // One that is put off or done waits for nobody, and is pinned again when it comes back or is opened.
  if (settlings.some(({ at }) => at > since - 2 * RUN_LIFE)) return "either";
  const done = ledger.unpins.findLast((each) =>
    each.channel === card.channel && each.ts === card.ts && each.at >= since
  );
  const answers = outcomes.filter(({ wishes, texts }) =>
    texts.length > 0 &&
    wishes.some((wish) =>
      wish.line === card.line && wish.contact === card.contact
    )
  );
  const isAnsweredSince = (moment: number) =>
    answers.some(({ wishes }) => wishes.every(({ at }) => at > moment));
  // An answer whose run died before it had written it down, and which is deleted, or stands where nobody gets in any more,
  // is known to the carrier alone: there it may be anybody's.
  const isUnknown = (moment: number) =>
    answers.every(({ wishes, texts, shown }) =>
      wishes.some(({ at }) => at <= moment) ||
      (wishes.some(({ isDeleted }) => isDeleted) ||
          shown.every(({ channel }) => picture.shut.includes(channel))) &&
        !texts.some(({ sid }) => seen.remembered.has(sid))
    );
  if (isAnsweredSince(since)) {
    // Who texted again in a channel that is lost now does wait, and the old pin alone tells of it, where there is one.
    const latest = picture.replies.filter((each) =>
      each.card.line === card.line && each.card.contact === card.contact &&
      isReceived(each)
    ).map(({ message }) => momentOf(message.ts));
    const waitsInVain = isOrphaned && !isAnsweredSince(Math.max(...latest));
    return waitsInVain || isUnknown(since) ? "either" : false;
  }
  // Where an answer left as the text came, its run may have died with the pin: nobody can tell then who took it off.
  const isCrossed = answers.some(({ wishes }) =>
    wishes.some(({ at }) => at <= since && since - at < RUN_LIFE)
  );
  // A run that died before it remembered its pin leaves the same behind, unpinned, as one that never pinned: it is pinned to be safe.
  if (done) return isCrossed || !done.isRemembered ? "either" : false;
  // Who took the pin off where the conversation had been is done with it, though a run that died had shown the text here.
  const isDoneElsewhere = ledger.unpins.some(({ channel, ts, at }) =>
    at >= since &&
    picture.cards.some((each) =>
      each.line === card.line && each.contact === card.contact &&
      each.channel === channel && each.ts === ts
    )
  );
  if (isDoneElsewhere) return "either";
  const maybe = answers.some(({ wishes, shown }) =>
    wishes.some(({ at }) => at > since) ||
    shown.some(({ message }) =>
      momentOf(message.ts) > since ||
      ledger.presses.some(({ about, at }) => about === message.ts && at > since)
    )
  );
  return maybe ? "either" : true;
}
