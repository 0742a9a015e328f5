import type {
  Card,
  CardFacts,
  CardSpot,
  Conversation,
  Ends,
} from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { channelName } from "../sms/channel_name.ts";
import { conversationKey } from "../sms/conversation.ts";
import { RIVALRY } from "../timing.ts";
import { remember } from "./open_conversation.ts";

/** How many names are tried. */
const NAMES = 20;

/**
 * Finds or makes the channel that a conversation may have for itself, with its card in it. Several runs at once come to
 * the same one: Slack gives a name once, and of all cards in a channel that the app made the earliest stands. So one that
 * died after any of its steps is found again by the next, by the name and the card.
 * @throws Refusal when all names are taken, or the workspace does not let apps make channels.
 */
export async function claimChannel(
  ends: Ends,
  card: Card,
  facts: CardFacts,
  isPrivate: boolean,
): Promise<CardSpot> {
  const { desk } = ends;
  const { name } = facts.standing;
  for (let turn = 1; turn <= NAMES; turn++) {
    const wanted = channelName(card.contact, name, turn);
    const channel = await desk.makeChannel(wanted, isPrivate) ??
      await desk.madeChannel(wanted);
    const ts = channel && await cardIn(ends, channel, card, facts);
    if (ts) return { channel, ts, direct: true };
  }
  throw new Refusal(
    "All names for a channel of this contact are taken.",
    "Rename or delete one of them, then press the button again.",
  );
}

/** The same conversation with a new card, where somebody has deleted the one in its direct channel. */
export async function renewCard(
  ends: Ends,
  conversation: Conversation,
): Promise<Conversation> {
  const { line, contact, channel, beginner } = conversation;
  const known = await ends.conversations.find(line, contact);
  const card = {
    line,
    contact,
    beginner: beginner ?? { contact: true } as const,
    direct: true,
  };
  const ts = await cardIn(ends, channel, card, known);
  if (!ts) return conversation;
  await remember(ends, { line, contact, channel, ts, direct: true });
  return { ...conversation, ts };
}

/** The `ts` of the conversation's card in a channel that the app made; null when the channel is another's. */
async function cardIn(
  { clock, desk, places }: Ends,
  channel: string,
  card: Card,
  facts: CardFacts,
): Promise<string | null> {
  const key = conversationKey(card.line, card.contact);
  const row = await places.at(channel);
  if (row?.kind === "channel") return null;
  if (row && conversationKey(row.line, row.contact) !== key) return null;
  const known = row?.kind === "direct" || row?.kind === "moved" ? row.ts : null;
  if (known && await desk.cardAt({ channel, ts: known })) return known;
  const since = row ? clock.now() - RIVALRY : 0;
  const [first] = (await desk.channelSince(channel, since)).bids;
  if (first) return first.conversation === key ? first.card.ts : null;
  const mine = await desk.postCard(channel, card, facts);
  const [earliest] = (await desk.channelSince(channel, since)).bids;
  if (!earliest || earliest.card.ts === mine.ts) return mine.ts;
  await desk.remove(mine);
  return earliest.conversation === key ? earliest.card.ts : null;
}
