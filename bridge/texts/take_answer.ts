import { isBlocked } from "../consent/block_texts.ts";
import type { CarrierText, Ends, Known, Waiting } from "../ports.ts";
import { fitWorkflow } from "../sms/workflow_text.ts";
import { RUN_LIFE, SKEW } from "../timing.ts";

/** How a question ended, as its workflow hears it. */
export interface Answer {
  answered: boolean;
  timed_out: boolean;
  answer?: string;
  reason?: string;
}

/**
 * Hands the first text after a question to the workflow that asked it. It costs no call where nobody has asked.
 * @param received the contact's texts, oldest first.
 * @returns whether there was one.
 */
export async function takeAnswer(
  ends: Ends,
  { standing, opening, asked }: Known,
  received: CarrierText[],
): Promise<boolean> {
  if (!asked || !opening) return false;
  const { contact } = standing;
  // The run that asks may still be at it; what comes meanwhile it looks for itself.
  const mayLive = ends.clock.now() - asked.at < RUN_LIFE + SKEW;
  if (!asked.hasLeft && mayLive) return false;
  if (!received.some(({ createdAt }) => createdAt >= asked.at)) return false;
  const { line } = opening;
  // Whoever shows a text may have looked no further back; an earlier one may have been shown by a run that died.
  const texts = await ends.carrier.textsFrom(contact, line);
  const first = texts.find((text) =>
    text.createdAt >= asked.at && !isBlocked({ standing }, text)
  );
  if (!first) return false;
  await answer(ends, { line, contact, execution: asked.execution }, {
    answered: true,
    timed_out: false,
    answer: fitWorkflow(first.body),
  });
  return true;
}

/** Ends the wait for an answer whose time is over; one that came in time, and nobody has taken, counts. */
export async function giveUpWaiting(ends: Ends, waiting: Waiting) {
  const { line, contact, execution } = waiting;
  const [known, texts] = await Promise.all([
    ends.conversations.find(line, contact),
    ends.carrier.textsFrom(contact, line),
  ]);
  const received = texts.filter((text) => !isBlocked(known, text));
  const isOurs = known.asked?.execution === execution;
  if (isOurs && await takeAnswer(ends, known, received)) return;
  await answer(ends, waiting, {
    answered: false,
    timed_out: true,
    reason: "Nobody answered in time.",
  });
}

/** Completes the step before it is written down that it is over: whoever dies between does it again. */
async function answer(ends: Ends, waiting: Waiting, outputs: Answer) {
  await ends.errands.handOn(waiting.execution, { ...outputs });
  await endAsking(ends, waiting);
}

/** Remembers that nobody waits for an answer any more. */
export async function endAsking(
  { conversations, lines }: Ends,
  waiting: Waiting,
): Promise<void> {
  const { line, contact, execution } = waiting;
  await conversations.saveAskedOver(line, contact, execution);
  await lines.waitUntil(waiting, null);
}
