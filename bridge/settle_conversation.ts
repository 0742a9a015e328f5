import type { CarrierText, Ends } from "./ports.ts";
import { rememberShown, showFirst, showTexts } from "./show_texts.ts";
import type { E164 } from "./sms/e164.ts";
import { settleOutgoing } from "./settle_outgoing.ts";
import { settlePin } from "./settle_pin.ts";
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
  const { conversation, opening } = await conversations.find(line, contact);
  if (!opening) return;
  const received = texts.filter((text) =>
    text.inbound && text.createdAt >= opening.since - SKEW &&
    now - text.createdAt > RUN_LIFE + SKEW
  );
  const sent = texts.filter((text) => !text.inbound);
  if (!conversation) {
    if (received.length > 0) {
      await showFirst(ends, opening, received, received);
    }
    return;
  }
  const oldest = texts.map(({ createdAt }) => createdAt);
  const since = Math.min(now - STILL_WANTED, ...oldest) - RUN_LIFE - SKEW;
  let thread = await desk.thread(conversation, since);
  const isShown = ({ sid }: CarrierText) =>
    thread.messages.some((each) => each.sid === sid);
  const missing = received.filter((text) => !isShown(text));
  if (missing.length > 0) {
    await showTexts(ends, conversation, received, missing, true);
    thread = await desk.thread(conversation, since);
  }
  await tidy(ends, thread.messages, received);
  await settleOutgoing(ends, conversation, thread.messages, sent);
  thread = await desk.thread(conversation, since);
  const known = await ends.messages.findAll(sent.map(({ sid }) => sid));
  const isInLine = await settlePin(ends, conversation, thread, known);
  const shown = new Set(
    thread.messages.flatMap(({ sid }) => sid ? [sid] : []),
  );
  const isNews = received.some(({ sid }) => !conversation.shown.includes(sid));
  if (isInLine && isNews) {
    await rememberShown(ends, conversation, received, shown);
  }
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
