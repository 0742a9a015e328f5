import type { Contacts } from "./contacts.ts";
import { isOpen } from "./received_texts.ts";
import type { Seen } from "./seen.ts";
import type { Team } from "./team.ts";
import { reply } from "./writing.ts";

/** Milliseconds between two conversations, so that no rate limit comes into it; and until an answer. */
const APART = 8_000;
const ANSWERED_AFTER = 60_000;

/** How long the last answer is followed: the slowest text arrives after five minutes. */
const AFTERWARDS = 400_000;

/**
 * Goes on with every conversation: its contact texts and is answered. Only a conversation that the app remembers rightly, and
 * whose thread it knows, takes both. One that lost its channel is texted to: then it must be somewhere again.
 */
export async function probe(
  team: Team,
  { conversations, picture }: Seen,
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
  const homeless = conversations.filter((row) =>
    picture.shut.includes(row.channel) &&
    !standing.some(({ line, contact }) =>
      line === row.line && contact === row.contact
    )
  );
  for (const [turn, { contact, line }] of homeless.entries()) {
    await team.hands.ask("PUT", `/phones/${contact}`, { state: "on" });
    const start = (standing.length + turn) * APART;
    team.clock.after(start, () => void contacts.text(contact, line));
  }
  const all = standing.length + homeless.length;
  await pass(all * APART + ANSWERED_AFTER + AFTERWARDS);
}
