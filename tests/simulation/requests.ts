import { DeskHand } from "../../emulator/desk_hand.ts";
import type { Question } from "./ledger.ts";
import type { Team } from "./team.ts";

/** Opens the dashboard, fills the send form and submits it; gives up when something does not come or go. */
export async function fillForm(
  team: Team,
  channel: { id: string; name: string },
  line: string,
  contact: string,
): Promise<void> {
  const { world, ledger, trace, busy } = team;
  const mate = team.someone();
  // Whoever has a form open does not open another one over it.
  if (busy.has(mate.id)) return;
  busy.add(mate.id);
  const body = team.words("f");
  const hand = new DeskHand(world, mate.name);
  trace.note(mate.name, `opens the send form in ${channel.name}`);
  try {
    await hand.press("Clerk", channel.name);
    await hand.click("Send Text");
    const wish = team.wish("form", mate, { line, contact, body });
    ledger.wishes.push(wish);
    await hand.submit("Send Text", {
      "Phone number": contact,
      "Replies go to": channel.id,
      "Message": body,
    });
    wish.isPromised = true;
    trace.note(mate.name, `sees the form to ${contact} taken: ${body}`);
    await hand.closeAll();
  } catch (error) {
    trace.note(mate.name, `gives the form up: ${error}`);
  } finally {
    busy.delete(mate.id);
  }
}

/** Somebody's own workflow runs Send Text. */
export async function runStep(
  team: Team,
  line: string,
  contact: string,
  channel: string | undefined,
): Promise<void> {
  const body = team.words("s");
  const wish = team.wish("step", undefined, { line, contact, body });
  team.ledger.wishes.push(wish);
  team.trace.note("a workflow", `sends to ${contact}: ${body}`);
  const { outputs } = await team.hands.ask<{ outputs?: { sent?: boolean } }>(
    "POST",
    "/desk/steps/send_text",
    { inputs: { to: contact, message: body, line, channel_id: channel } },
  );
  wish.isPromised = outputs?.sent === true;
  team.trace.note("a workflow", () => `hears ${JSON.stringify(outputs)}`);
}

/** Somebody's own workflow runs Ask and Wait, for half an hour. It is told of what becomes of it. */
export function askAndWait(
  team: Team,
  line: string,
  contact: string,
): void {
  const { ledger, hands, trace } = team;
  const body = team.words("q");
  const wish = team.wish("step", undefined, { line, contact, body });
  ledger.wishes.push(wish);
  const hours = 0.5;
  const patience = hours * 3_600_000;
  const question: Question = { wish, patience, isOver: false, outputs: null };
  ledger.questions.push(question);
  trace.note("a workflow", `asks ${contact}: ${body}`);
  void hands.ask<{ outputs?: Question["outputs"] }>(
    "POST",
    "/desk/steps/ask_and_wait",
    { inputs: { number: contact, question: body, line, hours } },
  ).then(({ outputs }) => {
    question.isOver = true;
    question.outputs = outputs ?? null;
    wish.isPromised = outputs?.answered === true;
    trace.note("a workflow", () => `hears ${JSON.stringify(outputs)}`);
  });
}
