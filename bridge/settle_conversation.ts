import type {
  CarrierText,
  Conversation,
  Ends,
  Place,
  ThreadMessage,
} from "./ports.ts";
import { countBlocked, isBlocked } from "./block_texts.ts";
import { settleConsent } from "./record_consent.ts";
import { rememberShown, reopen, showFirst, showTexts } from "./show_texts.ts";
import type { E164 } from "./sms/e164.ts";
import { settleOutgoing } from "./settle_outgoing.ts";
import { hasLeft, settlePin } from "./settle_pin.ts";
import { tidy } from "./settle_thread.ts";
import { RUN_LIFE, SKEW, STILL_WANTED } from "./timing.ts";

/**
 * Brings one conversation in line with the carrier's record: shows what was never shown, finishes what was left half
 * done, and brings marks and pin forward. What a run may still be busy with is left alone.
 * @param listed what the carrier has of the conversation lately, in both directions, each in the carrier's order; it is
 * asked where the caller has not done so. Nothing may be concluded from a record that nobody has looked for.
 */
export async function settleConversation(
  ends: Ends,
  line: E164,
  contact: E164,
  listed?: CarrierText[],
): Promise<void> {
  const { conversations, clock, desk } = ends;
  const now = clock.now();
  const texts = listed ?? await latelyTexted(ends, line, contact);
  const known = await conversations.find(line, contact);
  const { conversation, opening, before } = known;
  if (!opening) return;
  const came = texts.filter((text) =>
    text.inbound && text.createdAt >= opening.since - SKEW &&
    now - text.createdAt > RUN_LIFE + SKEW
  );
  const blocked = came.filter((text) => isBlocked(known, text));
  await countBlocked(ends, known, blocked);
  await settleConsent(ends, line, known.standing, came);
  const received = came.filter((text) => !blocked.includes(text));
  const sent = texts.filter((text) => !text.inbound);
  if (!conversation) {
    const missing = received.filter(({ sid }) => !before.includes(sid));
    if (missing.length > 0) {
      await showFirst(ends, opening, known, received, missing);
    }
    return;
  }
  const oldest = texts.map(({ createdAt }) => createdAt);
  const since = Math.min(now - STILL_WANTED, ...oldest) - RUN_LIFE - SKEW;
  let thread = await desk.thread(conversation, since);
  const isShown = ({ sid }: CarrierText) =>
    conversation.shown.includes(sid) ||
    thread.messages.some((each) => each.sid === sid);
  const missing = received.filter((text) => !isShown(text));
  if (missing.length > 0) {
    const showing = await showTexts(
      ends,
      conversation,
      received,
      missing,
      true,
    );
    // What is left under the old card is settled by the next catch-up, which knows both.
    if (showing.moved) return;
    thread = await desk.thread(conversation, since);
  }
  await tidy(ends, thread.messages, received);
  await settleOutgoing(ends, conversation, thread.messages, sent);
  if (conversation.former) {
    const former = { line, contact, ...conversation.former };
    await settleFormer(ends, former, thread.messages, since, sent);
  }
  thread = await desk.thread(conversation, since);
  const rows = await ends.messages.findAll(sent.map(({ sid }) => sid));
  const pin = await settlePin(ends, conversation, thread, rows);
  if (pin === "gone") {
    await reopenWaiting(ends, conversation, received, thread.messages);
    return;
  }
  const shown = new Set(
    thread.messages.flatMap(({ sid }) => sid ? [sid] : []),
  );
  const isNews = received.some(({ sid }) => !conversation.shown.includes(sid));
  if (pin === "in line" && isNews) {
    await rememberShown(ends, conversation, received, shown);
  }
}

/** Takes the texts that wait for an answer from under a deleted card to a new one. */
async function reopenWaiting(
  ends: Ends,
  conversation: Conversation,
  received: CarrierText[],
  messages: ThreadMessage[],
): Promise<void> {
  const answered = messages.findLastIndex((each) => hasLeft(each));
  const waiting = messages.slice(answered + 1);
  const due = received.filter((text) =>
    waiting.some(({ sid }) => sid === text.sid)
  );
  if (due.length === 0) return;
  const spots = waiting.filter(({ sid }) =>
    due.some((text) => text.sid === sid)
  );
  await reopen(ends, conversation, received, due, spots);
}

/** Settles what is left under a card that was taken away: what has moved to the new one goes from there. */
async function settleFormer(
  ends: Ends,
  former: Place,
  current: ThreadMessage[],
  since: number,
  sent: CarrierText[],
): Promise<void> {
  const { messages } = await ends.desk.thread(former, since);
  for (const message of messages) {
    const hasMoved = message.sid !== null &&
      current.some(({ sid }) => sid === message.sid);
    if (hasMoved) await ends.desk.remove(message);
  }
  await settleOutgoing(ends, former, messages, sent, current);
}

/** What the carrier has of one conversation, as far back as replies are looked for. */
async function latelyTexted(
  { carrier, clock }: Ends,
  line: E164,
  contact: E164,
): Promise<CarrierText[]> {
  const since = clock.now() - STILL_WANTED;
  const [received, sent] = await Promise.all([
    carrier.textsFrom(contact, line),
    carrier.sentSince(line, since, contact),
  ]);
  return [...received.filter(({ createdAt }) => createdAt >= since), ...sent];
}
