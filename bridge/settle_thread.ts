import type { CarrierText, Ends, Place, ThreadMessage } from "./ports.ts";
import { SKEW } from "./timing.ts";

/**
 * Makes a thread say each text once and in order: of doubles the earliest stays, and a text that stands
 * behind a newer one says when it arrived. Safe to do at any time and by several at once.
 * @param texts texts of the conversation in the carrier's order.
 */
export async function settleThread(
  { desk }: Ends,
  place: Place,
  texts: CarrierText[],
): Promise<void> {
  const oldest = texts[0];
  if (!oldest) return;
  const { messages } = await desk.thread(place, oldest.createdAt - SKEW);
  const kept: ThreadMessage[] = [];
  for (const message of messages) {
    if (message.sid === null) continue;
    if (kept.some(({ sid }) => sid === message.sid)) await desk.remove(message);
    else kept.push(message);
  }
  let newest = -1;
  for (const message of kept) {
    const rank = texts.findIndex((text) => text.sid === message.sid);
    const text = texts[rank];
    if (!text) continue;
    if (rank < newest && !message.late) await desk.sayLate(message, text);
    newest = Math.max(newest, rank);
  }
}
