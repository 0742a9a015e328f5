import type { CarrierText, Ends, Known, ThreadMessage } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { suggestsOptOut } from "../sms/opt_out_hint.ts";
import { GLANCE } from "../timing.ts";
import { isBlocked } from "./block_texts.ts";

/** For how long after one note no other is written (milliseconds): who asks three times is noted once. */
const QUIET = 24 * 60 * 60_000;

/**
 * Tells the team that a contact seems to ask, in their own words, to be left alone. It never acts by itself, and asks
 * neither end unless the words are there. Of several runs the earliest note stands.
 * @param texts among which there may be such a one; only what stands in the thread is noted.
 */
export async function hintAtOptOut(
  ends: Ends,
  line: E164,
  contact: E164,
  texts: CarrierText[],
): Promise<void> {
  const asking = texts.findLast(({ inbound, body }) =>
    inbound && suggestsOptOut(body)
  );
  if (!asking) return;
  const known = await placed(ends, line, contact);
  const { conversation, standing, rules } = known;
  if (!conversation || standing.optedOut || isBlocked(known, asking)) return;
  const { desk } = ends;
  const since = asking.createdAt - QUIET;
  const { messages } = await desk.thread(conversation, since);
  const stands = messages.some(({ sid }) => sid === asking.sid);
  if (!stands || firstHint(messages)) return;
  const mine = await desk.hintAtOptOut(
    conversation,
    asking.sid,
    rules.buttons.consent,
  );
  const after = await desk.thread(conversation, since);
  const first = firstHint(after.messages) ?? mine;
  if (first.ts !== mine.ts) await desk.remove(mine);
}

function firstHint(messages: ThreadMessage[]): ThreadMessage | undefined {
  return messages.find(({ hint }) => hint !== null);
}

/** What is known of a conversation, which may have been begun a moment ago. */
async function placed(
  { clock, conversations }: Ends,
  line: E164,
  contact: E164,
): Promise<Known> {
  const known = await conversations.find(line, contact);
  if (known.conversation) return known;
  await clock.sleep(GLANCE);
  return await conversations.find(line, contact);
}
