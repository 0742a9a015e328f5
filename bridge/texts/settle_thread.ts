import type {
  CarrierText,
  Ends,
  Place,
  Thread,
  ThreadMessage,
} from "../ports.ts";
import { compareTs } from "../sms/place.ts";
import { SKEW } from "../timing.ts";

/** Reads what is shown in a thread and tidies it. @param texts texts of the conversation in the carrier's order. */
export async function settleThread(
  ends: Ends,
  place: Place,
  texts: CarrierText[],
): Promise<void> {
  const [oldest] = texts;
  if (!oldest) return;
  const shown = await ends.desk.shownIn(place, oldest.createdAt - SKEW);
  await tidy(ends, shown, texts);
}

/** Reads a thread from the first of some texts on. */
export async function threadOf(
  { desk }: Ends,
  place: Place,
  [oldest]: CarrierText[],
): Promise<Thread> {
  return await desk.thread(place, oldest && oldest.createdAt - SKEW);
}

/**
 * Makes a thread say each text once and in order: of doubles the earliest stays, and a text that stands
 * behind a newer one says when it arrived. The same of remarks that are to be made but once: their run may have died
 * before it took back one too many. Safe to do at any time and by several at once.
 */
export async function tidy(
  { desk }: Ends,
  messages: ThreadMessage[],
  texts: CarrierText[],
): Promise<void> {
  const kept: ThreadMessage[] = [];
  for (const message of messages) {
    const { sid, request, once, text, attachment } = message;
    if (attachment) {
      if (isSuperfluous(message, messages)) await desk.remove(message);
      continue;
    }
    if (sid === null && request === null && once === null) continue;
    const isDouble = kept.some((each) =>
      each.sid === sid && each.request === request && each.once === once &&
      (request === null || each.text === text)
    );
    // A double of an outgoing copy carries no mark: nobody has taken it to the phone.
    if (isDouble && message.marks.length === 0) await desk.remove(message);
    else kept.push(message);
  }
  let newest = -1;
  for (const message of kept) {
    const rank = texts.findIndex(({ sid }) => sid === message.sid);
    const text = texts[rank];
    if (!text) continue;
    if (rank < newest && !message.late) await desk.sayLate(message, text);
    newest = Math.max(newest, rank);
  }
}

/** Whether an attachment is shown by an earlier message, or is shown after all where this one says that it is missing. */
function isSuperfluous(
  { ts, attachment }: ThreadMessage,
  messages: ThreadMessage[],
): boolean {
  const isShown = attachment?.state === "shown";
  return messages.some((each) => {
    const isSame = each.attachment?.text === attachment?.text &&
      each.attachment?.sid === attachment?.sid;
    const other = each.attachment?.state === "shown";
    const precedes = other === isShown ? compareTs(each.ts, ts) < 0 : other;
    return isSame && precedes;
  });
}
