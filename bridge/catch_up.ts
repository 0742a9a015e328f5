import type { CarrierText, Ends, Line } from "./ports.ts";
import { Outage } from "./refusal.ts";
import { settleChannel } from "./settle_channel.ts";
import { settleConversation } from "./settle_conversation.ts";
import { conversationKey, parseConversationKey } from "./sms/conversation.ts";
import type { E164 } from "./sms/e164.ts";
import { AFTERMATH, RUN_LIFE, SKEW } from "./timing.ts";

/** How long a catch-up works (milliseconds): it ends by itself before Slack ends it; the next one goes on. */
const SHIFT = 45_000;

/** What a catch-up did. */
export interface CaughtUp {
  settled: number;
  /** Conversations that an outage, or the end of the shift, left to the next catch-up. */
  left: number;
}

/**
 * Makes good what was lost on the way: goes through what the carrier has for each line since it was last settled, and
 * through what stands in the connected channels, and settles every conversation of it. Safe to run at any time and by
 * several at once.
 */
export async function catchUp(ends: Ends): Promise<CaughtUp> {
  const end = ends.clock.now() + SHIFT;
  const [lines, { listeners }] = await Promise.all([
    ends.lines.all(),
    ends.settings.read(),
  ]);
  const since = Math.min(...lines.map(({ settledUntil }) => settledUntil));
  const met = new Set<string>();
  for (const channel of listeners.flatMap(({ channels }) => channels)) {
    await leavingOutages(async () => {
      for (const key of await settleChannel(ends, channel, since)) met.add(key);
    });
  }
  const tally = { settled: 0, left: 0 };
  for (const line of lines) {
    await leavingOutages(() => settleLine(ends, line, met, end, tally));
  }
  return tally;
}

async function settleLine(
  ends: Ends,
  line: Line,
  met: Set<string>,
  end: number,
  tally: CaughtUp,
): Promise<void> {
  const now = ends.clock.now();
  const received = await ends.carrier.receivedSince(
    line.number,
    Math.min(line.settledUntil - RUN_LIFE, now - AFTERMATH),
  );
  const sent = await ends.carrier.sentSince(line.number, now - AFTERMATH);
  const texts = new Map<string, CarrierText[]>();
  for (const key of met) {
    if (parseConversationKey(key)?.line === line.number) texts.set(key, []);
  }
  for (const text of [...received, ...sent]) {
    const contact = (text.inbound ? text.from : text.to) as E164;
    const key = conversationKey(line.number, contact);
    texts.set(key, [...texts.get(key) ?? [], text]);
  }
  // What is younger than a run may still be shown by its own; the next catch-up looks at it again.
  let settledUntil = now - RUN_LIFE - 2 * SKEW;
  for (const [key, ofConversation] of texts) {
    const contact = parseConversationKey(key)?.contact;
    if (!contact) continue;
    const isSettled = ends.clock.now() < end &&
      await leavingOutages(() =>
        settleConversation(ends, line.number, contact, ofConversation)
      );
    if (isSettled) tally.settled++;
    else {
      tally.left++;
      const oldest = ofConversation.map(({ createdAt }) => createdAt);
      settledUntil = Math.min(settledUntil, line.settledUntil, ...oldest);
    }
  }
  await ends.lines.save({ ...line, settledUntil });
}

/** Does what can be done; false when an end could not do its part now. One conversation must not hold up the others. */
async function leavingOutages(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(`left to the next catch-up: ${error.message}`);
    return false;
  }
}
