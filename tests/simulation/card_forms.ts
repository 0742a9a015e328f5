import { DeskHand } from "../../emulator/desk_hand.ts";
import type { Card } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";

/** Milliseconds after which nothing of a form is under way any more. */
const OVER = 60_000;

/** Puts a contact on Do Not Disturb, or takes them off, with the form behind their card's button. */
export async function hush(team: Team, card: Card): Promise<void> {
  const { contact } = card;
  const { ledger, clock, hushing } = team;
  // Of two who do it at once nobody can say afterwards who came last.
  if (clock.now() - (hushing.get(contact) ?? -Infinity) < OVER) return;
  hushing.set(contact, clock.now());
  const isQuiet = !card.words.includes("🔕 Do Not Disturb, by");
  const title = "Do Not Disturb";
  const typed: Record<string, string> = isQuiet
    ? { "Reason": team.words("why") }
    : {};
  const submit = isQuiet ? "Do not disturb" : "Take them off";
  const form = { button: "do_not_disturb", title, typed, submit };
  const isTaken = await fillCardForm(team, card, form);
  if (isTaken) ledger.hushes.push({ contact, at: clock.now(), isQuiet });
  hushing.set(contact, clock.now());
}

/** Marks a contact as opted out, or in again, because they have told somebody so. */
export async function markByHand(team: Team, card: Card): Promise<void> {
  const typed = { "How do you know?": team.words("told") };
  await fillCardForm(team, card, {
    button: "consent",
    title: "Consent",
    typed,
  });
}

/** A form behind a card's button, and what is typed into it. */
interface CardForm {
  button: string;
  title: string;
  /** What its fields are filled with, by their labels. */
  typed: Record<string, string | string[]>;
  /** The words on its submit button, where they matter. */
  submit?: string;
}

/**
 * Opens the form behind a card's button and submits it; gives up when something does not come or go.
 * @returns whether it was taken.
 */
export async function fillCardForm(
  { world, busy, trace, chance, mates }: Team,
  card: Card,
  { button, title, typed, submit }: CardForm,
): Promise<boolean> {
  const mate = chance.oneOf(mates);
  // Whoever has a form open does not open another one over it.
  if (busy.has(mate.id)) return false;
  busy.add(mate.id);
  const hand = new DeskHand(world, mate.name);
  trace.note(mate.name, `opens ${title} on the card of ${card.contact}`);
  try {
    await hand.pressUnder(card, button);
    const answer = await hand.submit(title, typed, submit);
    trace.note(mate.name, `sees ${title} taken: ${answer ?? "it closes"}`);
    await hand.closeAll();
    return answer === undefined || answer === "clear";
  } catch (error) {
    trace.note(mate.name, `gives the form up: ${error}`);
    return false;
  } finally {
    busy.delete(mate.id);
  }
}
