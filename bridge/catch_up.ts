import type { CarrierText, Ends, Line } from "./ports.ts";
import type { E164 } from "./sms/e164.ts";
import { settleConversation } from "./settle_conversation.ts";

const MINUTE = 60_000;

/** Texts are looked at again for this long after they were first settled: late news of a fate comes within it. */
const AFTERMATH = 11 * 60 * MINUTE;

/** What a catch-up found to do. */
export interface CaughtUp {
  conversations: number;
}

/**
 * Makes good what was lost on the way: goes through what the carrier has for each line since it was last settled and
 * settles every conversation of it. Safe to run at any time and by several at once.
 */
export async function catchUp(ends: Ends): Promise<CaughtUp> {
  let conversations = 0;
  for (const line of await ends.lines.all()) {
    conversations += await settleLine(ends, line);
  }
  return { conversations };
}

async function settleLine(ends: Ends, line: Line): Promise<number> {
  const now = ends.clock.now();
  const since = line.settledUntil - MINUTE;
  const [received, sent] = await Promise.all([
    ends.carrier.receivedSince(line.number, since),
    ends.carrier.sentSince(line.number, now - AFTERMATH),
  ]);
  const contacts = new Map<string, CarrierText[]>();
  for (const text of [...received, ...sent]) {
    const contact = text.inbound ? text.from : text.to;
    contacts.set(contact, [...contacts.get(contact) ?? [], text]);
  }
  for (const [contact, texts] of contacts) {
    await settleConversation(ends, line.number, contact as E164, texts);
  }
  await ends.lines.save({ ...line, settledUntil: now });
  return contacts.size;
}
