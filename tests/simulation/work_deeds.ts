import { fillCardForm } from "./card_forms.ts";
import type { Stand } from "./ledger.ts";
import type { Card } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";

/** What the buttons of a card do that need no form. */
const BUTTONS = ["solve", "open", "hide", "show"];

const SIGNS = ["white_check_mark", "alarm_clock"] as const;
const STATES = ["Open", "Pending", "Solved", "Closed"] as const;

/** Presses one of a card's buttons that need no form: solves the conversation, opens it, folds its card or unfolds it. */
export async function pressCard(team: Team, card: Card): Promise<void> {
  const offered = BUTTONS.filter((each) =>
    card.words.includes(`"action_id":"${each}"`)
  );
  const button = team.chance.anyOf(offered);
  if (!button) return;
  const mate = team.someone();
  team.trace.note(mate.name, `presses ${button} of ${card.contact}`);
  if (button === "solve") settle(team, card, "rests");
  if (button === "open") settle(team, card, "open");
  await team.hands.ask(
    "POST",
    `/desk/messages/${card.channel}/${card.ts}/buttons/${button}`,
    { user_id: mate.id },
  );
}

/** Puts ✅ or ⏰ on a card. */
export async function signCard(
  team: Team,
  card: Card,
  name: typeof SIGNS[number] = team.chance.oneOf(SIGNS),
): Promise<void> {
  const mate = team.someone();
  team.trace.note(mate.name, `puts ${name} on the card of ${card.contact}`);
  settle(team, card, name === "alarm_clock" ? "put off" : "rests");
  const { channel, ts: timestamp } = card;
  const args = { channel, timestamp, name };
  await team.hands.slack(mate.token, "reactions.add", args);
}

/** Says in the Assign form whose a conversation is, and perhaps how it stands. */
export async function assign(team: Team, card: Card): Promise<void> {
  const { chance, mates } = team;
  const owners = chance.someOf(mates.map(({ id }) => id), 0.4);
  const state = chance.happens(0.4) ? chance.oneOf(STATES) : null;
  if (state) settle(team, card, state === "Open" ? "open" : "rests");
  await fillCardForm(team, card, {
    button: "assign",
    title: "Assign",
    typed: { "Assigned to": owners, ...(state && { "State": state }) },
  });
}

/** What a workflow's step is told, for each thing that it may do about a conversation. */
const STEPS = {
  assign: { step: "assign_conversation" },
  open: { step: "set_state", state: "open" },
  pending: { step: "set_state", state: "pending", hours: 0.5 },
  solved: { step: "set_state", state: "solved" },
};

/** How a conversation stands then. */
const STANDS = { open: "open", pending: "put off", solved: "rests" } as const;

/** Somebody's own workflow says how a conversation stands, or whose it is. */
export async function workStep(
  team: Team,
  line: string,
  contact: string,
  what: keyof typeof STEPS,
): Promise<void> {
  const { hands, trace } = team;
  const { step, ...inputs } = STEPS[what];
  trace.note("a workflow", `runs ${step} for ${contact}: ${what}`);
  if (what !== "assign") settle(team, { line, contact }, STANDS[what]);
  const assignee = what === "assign" ? team.someone().id : undefined;
  const { outputs } = await hands.ask<{ outputs?: unknown }>(
    "POST",
    `/desk/steps/${step}`,
    { inputs: { number: contact, line, ...inputs, assignee } },
  );
  trace.note("a workflow", () => `hears ${JSON.stringify(outputs)}`);
}

function settle(
  { ledger, clock }: Team,
  { line, contact }: Pick<Card, "line" | "contact">,
  stand: Stand,
): void {
  ledger.settlings.push({ line, contact, at: clock.now(), stand });
}
