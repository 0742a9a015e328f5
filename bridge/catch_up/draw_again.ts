import { drawCard } from "../places/change_work.ts";
import type { Ends } from "../ports.ts";
import { cardDigest } from "../sms/card_digest.ts";
import type { E164 } from "../sms/e164.ts";

/**
 * Draws a card whose run died before it was drawn, or that could not be drawn then.
 * @param shows what it shows, as `cardDigest` has it.
 */
export async function drawAgain(
  ends: Ends,
  { line, contact }: { line: E164; contact: E164 },
  shows: string,
): Promise<void> {
  const known = await ends.conversations.find(line, contact);
  const { conversation, work, standing } = known;
  if (!conversation || cardDigest(work, standing) === shows) return;
  await drawCard(ends, conversation, known);
}
