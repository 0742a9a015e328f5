import type { Beginner, Ends, Place, Spot } from "./ports.ts";
import { RIVALRY } from "./timing.ts";
import type { E164 } from "./sms/e164.ts";

/**
 * Posts a card for a conversation that has none yet. It may turn out to be a rival of another run's card:
 * `settleCard` tells. Slack's order of messages decides, so no clock and no lock is needed: the earliest card stands.
 */
export function postCard(
  { desk }: Ends,
  channel: string,
  line: E164,
  contact: E164,
  beginner: Beginner,
): Promise<Spot> {
  return desk.postCard(channel, { line, contact, beginner });
}

/**
 * Finds the card that stands for good and remembers it. Every run that opens the same conversation comes to the
 * same answer, whoever dies on the way: a card is in Slack's history before its poster looks there.
 * @param since how far back rivals can have been posted (milliseconds).
 */
export async function settleCard(
  { desk, clock }: Ends,
  mine: Spot,
  line: E164,
  contact: E164,
  since = clock.now(),
): Promise<{ place: Place; won: boolean }> {
  const cards = await desk.cardsSince(
    mine.channel,
    { line, contact },
    Math.min(since, clock.now()) - RIVALRY,
  );
  const first = cards[0] ?? mine;
  return { place: { line, contact, ...first }, won: first.ts === mine.ts };
}

/**
 * Remembers a settled place, so that its thread and its next texts find it. Several runs that opened the same
 * conversation remember the same.
 * @param shown what is shown there, where the caller knows.
 */
export async function remember(
  { conversations, places }: Ends,
  place: Place,
  shown?: string[],
): Promise<void> {
  await Promise.all([
    conversations.begin(place, shown),
    places.saveThread(place),
  ]);
}

/** The place of a conversation that a teammate or a workflow writes to, opened in `channel` if there is none. */
export async function findOrOpen(
  ends: Ends,
  line: E164,
  contact: E164,
  channel: string,
  beginner: Beginner,
): Promise<Place> {
  const { conversation } = await ends.conversations.find(line, contact);
  if (conversation) return conversation;
  const card = await postCard(ends, channel, line, contact, beginner);
  const { place, won } = await settleCard(ends, card, line, contact);
  await Promise.all([
    remember(ends, place),
    won ? undefined : ends.desk.remove(card),
  ]);
  return place;
}
