import { deliverReply } from "./text_reply.ts";
import { deliverMessage } from "./deliver_message.ts";
import { fail } from "./explain_failure.ts";
import type {
  CarrierText,
  Conversation,
  Ends,
  Message,
  ThreadMessage,
} from "./ports.ts";
import { bringForward } from "./record_status.ts";
import { Refusal } from "./refusal.ts";
import { showFirst, showTexts } from "./show_texts.ts";
import type { E164 } from "./sms/e164.ts";
import { tsToMs } from "./sms/place.ts";
import { markFor, MARKS, WAITING_MARK } from "./sms/status.ts";
import { FATE_KNOWN, RUN_LIFE, SKEW, STILL_WANTED } from "./timing.ts";
import { writtenOut } from "./text_reply.ts";

/**
 * Brings one conversation in line with the carrier's record: shows what was never shown, finishes what was left half
 * done, and brings marks forward. What a run may still be busy with is left alone.
 * @param texts what the carrier has of the conversation lately, in both directions, each in the carrier's order.
 */
export async function settleConversation(
  ends: Ends,
  line: E164,
  contact: E164,
  texts: CarrierText[],
): Promise<void> {
  const now = ends.clock.now();
  const received = texts.filter((text) =>
    text.inbound && now - text.createdAt > RUN_LIFE
  );
  const sent = texts.filter((text) => !text.inbound);
  const known = await ends.conversations.find(line, contact);
  if (!known.opening) return;
  const missing = received.filter((text) =>
    !known.conversation?.shown.includes(text.sid)
  );
  if (missing.length > 0) {
    if (known.conversation) {
      await showTexts(ends, known.conversation, received, missing, true);
    } else {
      await showFirst(ends, known.opening, received, missing);
    }
  }
  if (known.conversation) await settleSent(ends, known.conversation, sent);
}

async function settleSent(
  ends: Ends,
  conversation: Conversation,
  sent: CarrierText[],
): Promise<void> {
  const now = ends.clock.now();
  const rows = await ends.messages.findAll(sent.map(({ sid }) => sid));
  const unowned = [...sent];
  for (const row of rows) {
    const index = unowned.findIndex(({ sid }) => sid === row.sid);
    const [text] = unowned.splice(index, 1);
    if (text) await bringForward(ends, row, text);
  }
  const since = Math.min(
    now - STILL_WANTED,
    ...sent.map((each) => each.createdAt),
  );
  const { messages } = await ends.desk.thread(conversation, since - SKEW);
  for (const message of messages) {
    const age = now - tsToMs(message.ts);
    const isOutgoing = message.author !== null || message.request !== null;
    if (!isOutgoing || age < RUN_LIFE) continue;
    const handled = message.marks.some((mark) => MARKS.includes(mark));
    if (message.marks.includes(WAITING_MARK)) {
      if (age > FATE_KNOWN) await finish(ends, conversation, message, unowned);
    } else if (!handled && age < STILL_WANTED) {
      await deliverLate(ends, conversation, message);
    }
  }
}

/** Resolves a message whose run died between its claim and its end, by the carrier's record. */
async function finish(
  ends: Ends,
  place: Conversation,
  message: ThreadMessage,
  unowned: CarrierText[],
): Promise<void> {
  const { desk } = ends;
  const body = message.author
    ? await writtenOut(ends, message.text)
    : message.text;
  const tried = tsToMs(message.ts) - SKEW;
  const text = unowned.find((each) =>
    each.body === body && each.createdAt >= tried
  );
  if (!text) {
    await fail(ends, { place, spot: message, mirrors: [] }, NEVER_LEFT);
    return;
  }
  unowned.splice(unowned.indexOf(text), 1);
  const { channel, ts } = message;
  const row: Message = {
    sid: text.sid,
    place,
    spots: [{ channel, ts }],
    stage: "sent",
  };
  await ends.messages.save(row);
  await desk.mark(message, markFor("sent"));
  await bringForward(ends, row, text);
  await desk.unmark(message, WAITING_MARK);
}

async function deliverLate(
  ends: Ends,
  place: Conversation,
  message: ThreadMessage,
): Promise<void> {
  const { author, text, channel, ts } = message;
  if (author) {
    await deliverReply(ends, place, { channel, ts, text, author });
    return;
  }
  await deliverMessage(ends, {
    place,
    spot: { channel, ts },
    mirrors: [],
    body: text,
    by: null,
  });
}

const NEVER_LEFT = new Refusal(
  "This text did not leave: I was interrupted before the carrier had it.",
  "Press Retry to send it now.",
  true,
);
