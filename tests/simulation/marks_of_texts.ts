import type { Wish } from "./ledger.ts";
import type { Outcome } from "./outcome.ts";
import type { LoggedText, Picture, Reply } from "./picture.ts";
import { marksOn, noticesAbout, type Seen } from "./seen.ts";
import { described, isDelivered } from "./sent_texts.ts";

const WAITING = "hourglass_flowing_sand";
const SENT = "heavy_check_mark";
const DELIVERED = "vibration_mode";
const FAILED = "x";

/** The marks of what was sent are the carrier's final word, and a failure comes with its reason. */
export function* marksTell(seen: Seen): Generator<string> {
  for (const outcome of seen.outcomes) {
    for (const reply of outcome.shown) {
      if (seen.picture.shut.includes(reply.channel)) continue;
      yield* soundMessage(reply, outcome, seen);
    }
    if (outcome.wishes.length === 1) yield* tellFate(outcome, seen.picture);
    else yield* tellFates(outcome, seen.picture);
  }
}

/** What holds of every message that was to be texted, whatever became of it. */
function* soundMessage(
  reply: Reply,
  { wishes, texts }: Outcome,
  { picture, ledger }: Seen,
): Generator<string> {
  const { ts } = reply.message;
  const what = `${reply.message.text} (${ts}) to ${reply.card.contact}`;
  const marks = marksOn(reply.message, picture);
  const notices = noticesAbout(reply, picture);
  const hasFailed = marks.includes(FAILED);
  if (marks.includes(WAITING)) yield `⏳ is left: ${what}`;
  if (!hasFailed && !marks.includes(DELIVERED)) {
    yield `neither 📳 nor ❌: ${what}`;
  }
  if (hasFailed && marks.includes(DELIVERED)) yield `❌ beside 📳: ${what}`;
  if (hasFailed && notices.length === 0) yield `❌ without a reason: ${what}`;
  if (marks.includes(SENT) && texts.length === 0) {
    yield `✔️ though nothing left: ${what}`;
  }
  const wasTriedAgain = ledger.presses.some(({ about }) => about === ts);
  if (wasTriedAgain) return;
  if (notices.length > 1) {
    yield `${notices.length} reasons for one failure: ${what}`;
  }
  if (!hasFailed && notices.length > 0 && wishes.length === 1) {
    yield `a reason without a failure: ${what}`;
  }
}

/** The last try counts; the `send` line as it was typed bears the same mark as the copy in the thread. */
function* tellFate(
  { wishes: [wish], texts, shown: copies }: Outcome,
  picture: Picture,
): Generator<string> {
  if (!wish) return;
  const marks = marksOnLine(wish, picture);
  const what = `the typed line, ${described(wish)}`;
  if (marks?.includes(WAITING)) yield `⏳ is left: ${what}`;
  const last = texts.at(-1);
  if (!last) return;
  const shown = copies.find(({ channel }) => !picture.shut.includes(channel));
  if (shown) {
    const marks = marksOn(shown.message, picture);
    yield* tellsOf(last, marks, described(wish));
  }
  if (!marks) return;
  yield* tellsOf(last, marks, what);
  if (marks.includes(FAILED) && marks.includes(DELIVERED)) {
    yield `❌ beside 📳: ${what}`;
  }
}

/** Which of several equal texts is whose, nobody can tell; but as many are marked delivered as were. */
function* tellFates(
  { wishes, texts, shown, lost }: Outcome,
  picture: Picture,
): Generator<string> {
  const delivered = texts.filter(isDelivered).length;
  const told =
    shown.filter(({ message }) => marksOn(message, picture).includes(DELIVERED))
      .length;
  const hidden = wishes.filter(({ isDeleted }) => isDeleted).length +
    lost.length +
    shown.filter(({ channel }) => picture.shut.includes(channel)).length;
  const [wish] = wishes;
  if (wish && (told > delivered || told < delivered - hidden)) {
    yield `📳 ${told} times, delivered ${delivered} times: ${described(wish)}`;
  }
}

function* tellsOf(text: LoggedText, marks: string[], what: string) {
  const mark = isDelivered(text) ? DELIVERED : FAILED;
  if (!marks.includes(mark)) {
    yield `marked ${marks.join(" ")} though it is ${text.status}: ${what}`;
  }
}

/** The app's marks on a `send` line as it was typed; nothing for another way of sending, or when the line is gone. */
function marksOnLine(
  { way, typed }: Wish,
  picture: Picture,
): string[] | undefined {
  if (way !== "line") return;
  const line = picture.others.find(({ channel, message }) =>
    channel === typed?.channel && message.ts === typed.ts
  );
  return line && marksOn(line.message, picture);
}
