import type { Contacts } from "./contacts.ts";
import type { Picture } from "./picture.ts";
import { isOpen } from "./received_texts.ts";
import type { Team } from "./team.ts";
import { reply } from "./writing.ts";

/** Milliseconds between two conversations, so that no rate limit comes into it; and until an answer. */
const APART = 8_000;
const ANSWERED_AFTER = 60_000;

/** How long the last answer is followed: the slowest text arrives after five minutes. */
const AFTERWARDS = 400_000;

/**
 * Goes on with every conversation: its contact texts and is answered. Only a conversation that the app remembers rightly, and
 * whose thread it knows, takes both.
 */
export async function probe(
  team: Team,
  picture: Picture,
  contacts: Contacts,
  pass: (ms: number) => Promise<void>,
): Promise<void> {
  const standing = picture.cards.filter((card) => isOpen(card, picture));
  for (const [turn, card] of standing.entries()) {
    await team.hands.ask("PUT", `/phones/${card.contact}`, { state: "on" });
    const start = turn * APART;
    team.clock.after(start, () => void contacts.text(card.contact, card.line));
    team.clock.after(start + ANSWERED_AFTER, () => void reply(team, card));
  }
  await pass(standing.length * APART + ANSWERED_AFTER + AFTERWARDS);
}
