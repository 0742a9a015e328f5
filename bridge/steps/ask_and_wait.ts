import { isBlocked } from "../consent/block_texts.ts";
import type { Asked, Ends } from "../ports.ts";
import { Outage, Refusal } from "../refusal.ts";
import { sendText } from "../texts/send_text.ts";
import type { Request } from "../texts/request.ts";
import { endAsking, takeAnswer } from "../texts/take_answer.ts";
import { SETTLED } from "../timing.ts";
import { readRequest } from "./send_step.ts";

const HOUR = 60 * 60 * 1000;

/** The longest that a question waits, in hours: a week. */
const LONGEST = 7 * 24;

/** What the Ask and Wait step is given. */
export interface Question {
  number: string;
  question: string;
  /** How many hours it waits; a day if not said. */
  hours?: number;
  line?: string;
  channel_id?: string;
}

/**
 * Sends a question for a step that stays open until it is answered. Where it can die, and what happens then:
 *
 * - before the question has left: the row says who asks, and a list says until when. Slack ends the step with the run
 *   that died; or runs it again, which goes on from there. What nobody goes on with is over at its deadline.
 * - after it has left, before the row says so: once the run must be dead, whatever came since it began is the answer.
 * - after that the run that shows the answer, or catch-up, completes the step, and only then writes down that it is
 *   over. A step that is over already cannot be completed again, so each of them may come twice.
 *
 * @param execution the step's id.
 * @throws Refusal when it cannot be asked; then nobody waits.
 */
export async function askAndWait(
  ends: Ends,
  execution: string,
  { number: to, question: message, hours = 24, ...where }: Question,
): Promise<void> {
  if (!(hours > 0 && hours <= LONGEST)) {
    throw new Refusal(
      `A question cannot wait for ${hours} hours.`,
      `Use a number between 1 and ${LONGEST}.`,
    );
  }
  const request = await readRequest(ends, execution, { to, message, ...where });
  const asked = await claim(ends, request, hours * HOUR);
  if (!asked.hasLeft) await ask(ends, request, asked);
  // Who looked before it was written that the question has left took no text for its answer.
  await ends.clock.sleep(SETTLED);
  const { line, contact } = request;
  const [known, texts] = await Promise.all([
    ends.conversations.find(line, contact),
    ends.carrier.textsFrom(contact, line),
  ]);
  await takeAnswer(
    ends,
    known,
    texts.filter((each) => !isBlocked(known, each)),
  );
}

/** Makes a conversation wait for this step's answer. @throws Refusal when it waits for another's. */
async function claim(
  ends: Ends,
  { id: execution, line, contact }: Request,
  ms: number,
): Promise<Asked> {
  const { conversations, lines, clock } = ends;
  const before = (await conversations.find(line, contact)).asked;
  if (before?.execution === execution) return before;
  if (before) throw busy();
  // The carrier knows whole seconds only.
  const at = Math.floor(clock.now() / 1000) * 1000;
  const asked = { execution, at, until: at + ms, hasLeft: false };
  const waiting = { line, contact, execution };
  await lines.waitUntil(waiting, asked.until);
  // Slack may have taken long to write that: somebody who asked meanwhile must not be written over.
  let standing = (await conversations.find(line, contact)).asked;
  if (!standing) {
    await conversations.saveAsked(line, contact, asked);
    await clock.sleep(SETTLED);
    // Of two who ask at once the one who wrote last is known to both.
    standing = (await conversations.find(line, contact)).asked;
    if (standing?.execution === execution) return asked;
  }
  await lines.waitUntil(waiting, null);
  throw busy();
}

async function ask(ends: Ends, request: Request, asked: Asked): Promise<void> {
  const { line, contact, id: execution } = request;
  try {
    const { delivery } = await sendText(ends, request);
    if ("refused" in delivery) throw delivery.refused;
    if ("stage" in delivery && delivery.stage === "failed") throw notArrived();
    const sent = "sid" in delivery && await ends.carrier.text(delivery.sid);
    const at = sent ? sent.createdAt : asked.at;
    await ends.conversations.saveAsked(line, contact, {
      ...asked,
      at,
      hasLeft: true,
    });
  } catch (error) {
    if (error instanceof Refusal || error instanceof Outage) {
      await endAsking(ends, { line, contact, execution });
    }
    throw error;
  }
}

const busy = () =>
  new Refusal(
    "Another workflow has asked this contact something, and waits for the answer.",
    "Ask again when it has ended.",
  );

const notArrived = () =>
  new Refusal(
    "The question did not arrive.",
    "The conversation's thread says why.",
  );
