import type { Press, Wish } from "./ledger.ts";
import type { Outcome } from "./outcome.ts";
import type { LoggedText, Picture, Reply } from "./picture.ts";
import { isExplained, marksOn, noticesAbout, type Seen } from "./seen.ts";

/** What somebody wanted sent left at most once, and once unless a person was told otherwise. */
export function* sentOnce({ outcomes, ledger, picture }: Seen) {
  for (const outcome of outcomes) {
    const { wishes, texts, shown } = outcome;
    const [wish] = wishes;
    if (!wish) continue;
    const what = described(wish);
    const tries = shown.flatMap(({ message }) =>
      ledger.presses.filter(({ about }) => about === message.ts)
    );
    if (wishes.length === 1) {
      for (const [at, text] of texts.entries()) {
        const before = texts[at - 1];
        if (before && !isRetried(before, text, tries)) {
          yield `sent ${texts.length} times: ${what}`;
          break;
        }
      }
    } else if (texts.length > wishes.length + tries.length) {
      yield `sent ${texts.length} times instead of ${wishes.length}: ${what}`;
    }
    const excused = wishes.filter((each) => isExcused(each, outcome, picture));
    if (texts.length + excused.length < wishes.length) {
      yield `never sent, and nobody was told: ${what}`;
    }
  }
}

/** What left stands in its conversation's thread, once. */
export function* departureShown({ outcomes }: Seen) {
  for (const { wishes, texts, shown } of outcomes) {
    const [wish] = wishes;
    if (!wish) continue;
    const what = described(wish);
    const left = wishes.filter((each) => each.way !== "reply").length;
    const most = wishes.length;
    if (shown.length > most) yield `stands ${shown.length} times: ${what}`;
    if (left > 0 && texts.length > 0 && shown.length === 0) {
      yield `sent, and not shown in its thread: ${what}`;
    }
  }
}

/** No text leaves that nobody asked for. */
export function* nothingElseSent({ picture, ledger }: Seen) {
  for (const text of picture.log) {
    if (text.inbound) continue;
    const isWished = ledger.wishes.some((wish) =>
      wish.line === text.from && wish.contact === text.to &&
      wish.body === text.body
    );
    if (!isWished) yield `nobody asked for “${text.body}” to ${text.to}`;
  }
}

/** Nothing internal is ever on a phone. */
export function* nothingInternalSent({ picture, ledger }: Seen) {
  const bodies = picture.log.filter(({ inbound }) => !inbound)
    .map(({ body }) => body)
    .concat(picture.phones.flatMap(({ texts }) =>
      texts.filter(({ direction }) => direction === "outbound")
        .map(({ body }) => body)
    ));
  for (const secret of ledger.secrets) {
    const told = bodies.find((body) => body.includes(secret));
    if (told !== undefined) yield `internal words left: ${told}`;
  }
}

/** The marks of what was sent are the carrier's final word. */
export function* marksTell({ outcomes, ledger, picture }: Seen) {
  for (const { wishes, texts, shown } of outcomes) {
    const [wish] = wishes;
    if (!wish) continue;
    const what = described(wish);
    for (const reply of shown) {
      const marks = marksOn(reply.message, picture);
      yield* soundMarks(marks, what);
      const wasTried = ledger.presses.some(({ about }) =>
        about === reply.message.ts
      );
      const notices = noticesAbout(reply, picture);
      if (marks.includes("x") && notices.length === 0) {
        yield `❌ without a reason: ${what}`;
      }
      if (notices.length > 1 && !wasTried) {
        yield `${notices.length} reasons for one failure: ${what}`;
      }
    }
    const last = texts.at(-1);
    const [only] = shown;
    if (wishes.length === 1 && last && only) {
      yield* markOf(last, marksOn(only.message, picture), what);
      yield* markOnLine(wish, last, picture, what);
    } else if (wishes.length > 1) {
      const delivered = texts.filter(isDelivered).length;
      const told = shown.filter(({ message }) =>
        marksOn(message, picture).includes("vibration_mode")
      ).length;
      const hidden = wishes.filter(({ isDeleted }) => isDeleted).length;
      if (told > delivered || told < delivered - hidden) {
        yield `📳 ${told} times, delivered ${delivered} times: ${what}`;
      }
    }
  }
}

function* soundMarks(marks: string[], what: string) {
  if (marks.includes("hourglass_flowing_sand")) yield `⏳ is left: ${what}`;
  const isFinal = marks.includes("x") || marks.includes("vibration_mode");
  if (!isFinal) yield `neither 📳 nor ❌: ${what}`;
  if (marks.includes("x") && marks.includes("vibration_mode")) {
    yield `❌ beside 📳: ${what}`;
  }
}

function* markOf(text: LoggedText, marks: string[], what: string) {
  const mark = isDelivered(text) ? "vibration_mode" : "x";
  if (!marks.includes(mark)) {
    yield `marked ${marks.join(" ")} though it is ${text.status}: ${what}`;
  }
}

/** The `send` line as it was typed bears the same mark as the copy in the thread. */
function* markOnLine(
  { way, typed }: Wish,
  text: LoggedText,
  picture: Picture,
  what: string,
) {
  if (way !== "line" || !typed) return;
  const line = picture.others.find(({ channel, message }) =>
    channel === typed.channel && message.ts === typed.ts
  );
  if (!line) return;
  const marks = marksOn(line.message, picture);
  yield* markOf(text, marks, `the typed line, ${what}`);
  if (marks.includes("x") && marks.includes("vibration_mode")) {
    yield `❌ beside 📳: the typed line, ${what}`;
  }
}

function isDelivered({ status }: LoggedText): boolean {
  return status === "delivered";
}

/** Whether somebody asked for another try after the one before had failed. */
function isRetried(
  before: LoggedText,
  text: LoggedText,
  tries: Press[],
): boolean {
  return !isDelivered(before) &&
    tries.some(({ at }) => at >= before.updated && at <= text.created);
}

/** Whether it is right that a wish did not come true. */
function isExcused(
  wish: Wish,
  { shown }: Outcome,
  picture: Picture,
): boolean {
  if (wish.isDeleted) return true;
  const isOwn = ({ message }: Reply) =>
    wish.way !== "reply" || message.ts === wish.typed?.ts;
  if (shown.some((each) => isOwn(each) && isExplained(each, picture))) {
    return true;
  }
  if (wish.way === "form" || wish.way === "step") return !wish.isPromised;
  return wish.way === "line" && wasTold(wish, picture);
}

/** Whether the author of a `send` line was told in private that it was not sent. */
function wasTold({ typed, by }: Wish, picture: Picture): boolean {
  const line = picture.others.find(({ message }) => message.ts === typed?.ts);
  return line !== undefined && marksOn(line.message, picture).includes("x") &&
    picture.whispers.some((each) =>
      each.shown_to === by && Number(each.ts) > Number(typed?.ts)
    );
}

function described({ way, body, contact, line, typed }: Wish): string {
  return `${way} to ${contact} from ${line}${
    typed ? ` (${typed.ts})` : ""
  }: ${body}`;
}
