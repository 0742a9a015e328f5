import type {
  Beginner,
  CardFacts,
  Ends,
  Known,
  Opening,
  Place,
  Spot,
} from "../ports.ts";
import { Outage, Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { tsToMs } from "../sms/place.ts";
import { RIVALRY } from "../timing.ts";

/** A card that its run has just posted, and what stands for it in the line's own channel. */
export interface Bid {
  card: Spot;
  /** The card itself, or where it is in another channel a message that points to it. */
  bid: Spot;
}

/**
 * Posts a card for a conversation that has none yet. It may turn out to be a rival of another run's card:
 * `settleBid` tells. All rivals bid in the line's own channel, where Slack's order of messages decides: no clock and no
 * lock is needed, the earliest stands.
 */
export async function placeBid(
  { desk }: Ends,
  opening: Opening,
  facts: CardFacts,
  channel: string,
  beginner: Beginner,
): Promise<Bid> {
  const { line } = opening;
  const { contact } = facts.standing;
  const who = { line, contact, beginner };
  const card = await desk.postCard(channel, who, facts);
  if (channel === opening.channel) return { card, bid: card };
  const place = { line, contact, ...card };
  return { card, bid: await desk.postPointer(opening.channel, place) };
}

/** Posts a card where it is to be; where the app cannot get in, in the line's own channel. */
export async function placeFirst(
  ends: Ends,
  opening: Opening,
  facts: CardFacts,
  channel: string,
  beginner: Beginner,
): Promise<Bid> {
  try {
    return await placeBid(ends, opening, facts, channel, beginner);
  } catch (error) {
    const isElsewhere = channel !== opening.channel &&
      error instanceof Outage && error.isShutOut;
    if (!isElsewhere) throw error;
    return await placeBid(ends, opening, facts, opening.channel, beginner);
  }
}

/**
 * Finds the card that stands for good. Every run that opens the same conversation comes to the same answer, whoever
 * dies on the way: a bid is in Slack's history before its bidder looks there.
 */
export async function settleBid(
  { desk, clock }: Ends,
  { card, bid }: Bid,
  { line, closed }: Opening,
  contact: E164,
): Promise<{ place: Place; won: boolean }> {
  const bids = await desk.bidsSince(
    bid.channel,
    { line, contact },
    clock.now() - RIVALRY,
  );
  const first = standingAmong(bids, closed) ?? { bid, card };
  const won = first.bid.ts === bid.ts;
  return { place: { line, contact, ...(won ? card : first.card) }, won };
}

/** Of the cards that were posted for a conversation at about the same time as this one, the one that stands. */
export async function earliestCard(
  { desk }: Ends,
  { line, channel, closed }: Opening,
  contact: E164,
  card: Spot,
): Promise<Place> {
  const since = tsToMs(card.ts) - RIVALRY;
  const bids = await desk.bidsSince(channel, { line, contact }, since);
  return { line, contact, ...(standingAmong(bids, closed)?.card ?? card) };
}

/** The earliest bid whose card is in a channel that is still connected. */
function standingAmong<Bid extends { card: Spot }>(
  bids: Bid[],
  closed: string[],
): Bid | undefined {
  return bids.find(({ card }) => !closed.includes(card.channel));
}

/**
 * Takes back a card that lost. Who replies to it nonetheless is told where the conversation goes on, or catch-up takes
 * care of what they wrote.
 */
export async function withdraw(
  { clock, conversations, desk, places }: Ends,
  { card, bid }: Bid,
  place: Place,
): Promise<void> {
  await Promise.all([
    places.saveMoved(card, place, clock.now()),
    conversations.addFormer({ ...place, ...card }),
  ]);
  if (bid.channel !== card.channel) await desk.remove(bid);
  await desk.remove(card);
}

/** Takes away what points to a card that is gone: it would win over every new one. */
export async function clearBid(
  { desk }: Ends,
  { channel }: Opening,
  { line, contact, ...card }: Place,
): Promise<void> {
  if (card.channel === channel) return;
  const since = tsToMs(card.ts);
  for (const each of await desk.bidsSince(channel, { line, contact }, since)) {
    if (each.card.ts === card.ts) await desk.remove(each.bid);
  }
}

/**
 * Remembers a settled place, so that its thread and its next texts find it. Several runs that opened the same
 * conversation remember the same.
 * @param shown what is shown there, where the caller knows.
 * @param left the card it had in a channel that was disconnected since.
 */
export async function remember(
  { clock, conversations, places }: Ends,
  place: Place,
  shown?: string[],
  beginner?: Beginner,
  left: Spot | null = null,
): Promise<void> {
  await Promise.all([
    conversations.begin(place, shown, beginner, left ?? undefined),
    places.saveThread(place),
    left ? places.saveMoved(left, place, clock.now()) : undefined,
  ]);
}

/** A conversation's place. */
export interface Opened {
  place: Place;
  /** Remembers it, where it has just been opened: what is to stand there need not wait for that. */
  remember?: () => Promise<void>;
}

/**
 * The place of a conversation that a teammate or a workflow writes to, opened in `channel` if there is none.
 * @throws Refusal when the line is not connected.
 */
export async function placeOf(
  ends: Ends,
  known: Known,
  line: E164,
  channel: string,
  beginner: Beginner,
): Promise<Opened> {
  const { conversation, opening, standing: { contact } } = known;
  if (conversation) return { place: conversation };
  if (!opening) {
    throw new Refusal(
      `${line} is not one of the connected lines.`,
      "Open Clerk from the / menu and connect it first.",
    );
  }
  const bid = await placeBid(ends, opening, known, channel, beginner);
  const { place, won } = await settleBid(ends, bid, opening, contact);
  if (!won) await withdraw(ends, bid, place);
  const begunBy = won ? beginner : undefined;
  return {
    place,
    remember: () => remember(ends, place, undefined, begunBy, known.left),
  };
}
