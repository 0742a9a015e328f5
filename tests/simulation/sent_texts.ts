import type { Ledger, Press, Wish } from "./ledger.ts";
import type { Outcome } from "./outcome.ts";
import type { LoggedText, Picture, Standing } from "./picture.ts";
import { type EndedRun, isExplained, marksOn, type Seen } from "./seen.ts";

/** What somebody wanted sent left at most once, and once unless a person was told otherwise. */
export function* sentOnce({ outcomes, ledger, picture, runs }: Seen) {
  for (const outcome of outcomes) {
    const { wishes, texts } = outcome;
    const [wish] = wishes;
    if (!wish) continue;
    const what = described(wish);
    const tries = triesOf(outcome, ledger);
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
    const excused = wishes.filter((each) =>
      isExcused(each, outcome, picture, runs)
    );
    if (texts.length + excused.length < wishes.length) {
      yield `never sent, and nobody was told: ${what}`;
    }
  }
}

/** What left stands in its conversation's thread, once. */
export function* departureShown({ outcomes, picture }: Seen) {
  for (const { wishes, texts, shown, lost } of outcomes) {
    const [wish] = wishes;
    if (!wish) continue;
    const what = described(wish);
    const left = wishes.filter((each) => each.way !== "reply").length;
    const most = wishes.length;
    // What stands in a lost channel may have been taken up elsewhere.
    const standing = shown.filter(({ channel }) =>
      !picture.shut.includes(channel)
    ).length;
    if (standing > most) yield `stands ${standing} times: ${what}`;
    if (left > 0 && texts.length > 0 && shown.length + lost.length === 0) {
      yield `sent, and not shown in its thread: ${what}`;
    }
  }
}

/** No text leaves that nobody asked for. */
export function* nothingElseSent({ picture, ledger }: Seen) {
  for (const text of picture.log) {
    if (text.inbound || text.isAutomatic) continue;
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
    .concat(
      picture.phones.flatMap(({ texts }) =>
        texts.filter(({ direction }) => direction === "outbound")
          .map(({ body }) => body)
      ),
    );
  for (const secret of ledger.secrets) {
    const told = bodies.find((body) => body.includes(secret));
    if (told !== undefined) yield `internal words left: ${told}`;
  }
}

/** Whenever somebody asked for another try of what was to be texted, also of what they had typed and is gone now. */
export function triesOf(
  { wishes, shown, lost }: Outcome,
  { presses }: Ledger,
): Press[] {
  const spots = new Set([
    ...[...shown, ...lost].map(({ message }) => message.ts),
    ...wishes.flatMap(({ typed }) => typed?.ts ?? []),
  ]);
  return presses.filter(({ about }) => spots.has(about));
}

export function isDelivered({ status }: LoggedText): boolean {
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
  { shown, lost }: Outcome,
  picture: Picture,
  runs: EndedRun[],
): boolean {
  if (wish.isDeleted) return true;
  if (picture.shut.includes(wish.typed?.channel ?? "")) return true;
  if (shown.length === 0 && lost.length > 0) return true;
  const where = wish.way === "reply" ? standing(wish, picture) : shown;
  if (where.some((each) => isExplained(each, picture))) return true;
  // What stands in a lost channel cannot be marked any more, and nobody typed it who could be told.
  const isLost = shown.length > 0 &&
    shown.every(({ channel }) => picture.shut.includes(channel));
  if (wish.way === "step" && isLost) return true;
  // In a deleted one nobody can read any more what is to be marked or shown elsewhere: who asked is written to, unless
  // the run that had it in hand was killed, or had told them that it may not have left. Its words were nowhere else.
  const isOver = wasWritten(wish, picture) ||
    wasLeftOpen(wish, shown, picture) ||
    runs.some((run) => diedWith(run, shown));
  if (wish.way === "form" && isLost && isOver) return true;
  if (wish.way === "form" || wish.way === "step") return !wish.isPromised;
  return wish.way === "line" && wasTold(wish, picture);
}

/** A typed message, wherever it stands: the thread it was typed in may have lost its card. */
function standing({ typed }: Wish, picture: Picture): Standing[] {
  return [...picture.replies, ...picture.others].filter(({ message }) =>
    message.ts === typed?.ts
  );
}

/** Whether the author of a `send` line was told in private that it was not sent. */
function wasTold({ typed, by }: Wish, picture: Picture): boolean {
  const line = picture.others.find(({ message }) => message.ts === typed?.ts);
  return line !== undefined && marksOn(line.message, picture).includes("x") &&
    picture.whispers.some((each) =>
      each.shown_to === by && Number(each.ts) > Number(typed?.ts)
    );
}

/** Whether the app has written to who asked that a text to this contact may not have left. */
function wasWritten({ by, contact, at }: Wish, { letters }: Picture): boolean {
  const digits = contact.replace(/\D/g, "");
  return letters.some(({ to, message }) =>
    to === by && Number(message.ts) * 1000 > at &&
    message.text.startsWith("I cannot tell what becomes of your text") &&
    message.text.replace(/\D/g, "").includes(digits)
  );
}

/** Whether the app has told who asked, where they had asked for it, that it cannot tell yet whether this text left. */
function wasLeftOpen(
  { by, at }: Wish,
  shown: Standing[],
  { whispers }: Picture,
): boolean {
  return whispers.some((each) =>
    each.shown_to === by && Number(each.ts) * 1000 > at &&
    shown.some(({ channel }) => channel === each.channel) &&
    each.text.startsWith("The carrier gave no answer")
  );
}

/** Whether a run was killed that had one of these messages in hand. */
function diedWith({ inputs, error }: EndedRun, shown: Standing[]): boolean {
  return error?.startsWith("Killed: ") === true &&
    shown.some(({ message }) => message.ts === inputs.message_ts);
}

/** A wish in words. */
export function described({ way, body, contact, line, typed }: Wish): string {
  return `${way} to ${contact} from ${line}${
    typed ? ` (${typed.ts})` : ""
  }: ${body}`;
}
