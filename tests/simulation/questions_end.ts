import type { Question } from "./ledger.ts";
import type { LoggedText } from "./picture.ts";
import { isToBeShown } from "./quiet_kept.ts";
import type { Seen } from "./seen.ts";

/** The carrier knows whole seconds only (milliseconds). */
const SECOND = 1_000;

/**
 * A workflow that asked hears once what came of it: the contact's first text after the question, or that there was none.
 * That Slack ended it when its run died is no news.
 */
export function* questionsEnd(seen: Seen): Generator<string> {
  for (const question of seen.ledger.questions) {
    const { wish: { contact, line, body }, isOver, outputs } = question;
    const what = `“${body}” to ${contact} from ${line}`;
    if (!isOver) yield `a workflow waits for ever: ${what}`;
    if (!outputs) continue;
    const { answered, timed_out, answer } = outputs;
    const answers = answersTo(question, seen);
    if (answered && !answers.some((text) => text.body === answer)) {
      yield `“${answer}” is taken for the answer: ${what}`;
    }
    if (timed_out && answers.some((text) => isInTime(text, question, seen))) {
      yield `a workflow heard of no answer, though there was one: ${what}`;
    }
  }
}

/** The texts that may be the answer: what came within the question's own second, up to the first that came after it. */
function answersTo(
  { wish }: Question,
  { picture: { log }, standings }: Seen,
): LoggedText[] {
  const { line, contact, body } = wish;
  const asked = log.find((text) =>
    !text.inbound && text.from === line && text.to === contact &&
    text.body === body
  );
  // Whether it has left may only have been found out later: what came since it was wanted may have been taken.
  const came = log.filter((text) =>
    text.inbound && text.from === contact && text.to === line &&
    text.created >= wish.at - SECOND &&
    isToBeShown(text, standings) !== false
  );
  const from = asked?.created ?? Infinity;
  const sure = came.findIndex((text) =>
    text.created >= from + SECOND && isToBeShown(text, standings) === true
  );
  return sure < 0 ? came : came.slice(0, sure + 1);
}

/** Whether a text came surely after the question and surely before its time was over. */
function isInTime(
  text: LoggedText,
  { wish, patience }: Question,
  { picture: { log }, standings }: Seen,
): boolean {
  const asked = log.find(({ inbound, body }) => !inbound && body === wish.body);
  return asked !== undefined && text.created >= asked.created + SECOND &&
    text.created < wish.at + patience - SECOND &&
    isToBeShown(text, standings) === true;
}
