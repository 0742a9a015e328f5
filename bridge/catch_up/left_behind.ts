import type { CarrierText, Ends, Known } from "../ports.ts";
import { Outage } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { withOlder } from "../texts/older_texts.ts";
import { unanswered } from "../texts/unanswered.ts";

/**
 * Adds to the texts of a conversation that has no card what waits under its last one: whoever was to take that along, as
 * somebody had deleted the card, died.
 */
export async function withLeftBehind(
  ends: Ends,
  line: E164,
  known: Known,
  received: CarrierText[],
): Promise<CarrierText[]> {
  const { before, former, opening, standing: { contact } } = known;
  const last = former.at(-1);
  if (!last || last.direct || opening?.closed.includes(last.channel)) {
    return received;
  }
  const place = { line, contact, ...last };
  try {
    const { messages, shows } = await ends.desk.thread(place);
    if (shows !== null) return received;
    const waiting = unanswered(messages)
      .filter(({ sid }) => sid !== null && !before.includes(sid));
    return await withOlder(ends, known, place, received, waiting);
  } catch (error) {
    if (error instanceof Outage && error.isShutOut) return received;
    throw error;
  }
}
