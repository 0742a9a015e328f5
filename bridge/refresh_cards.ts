import type { Ends, Standing } from "./ports.ts";
import type { E164 } from "./sms/e164.ts";

/**
 * Writes on every card of a contact what is known of them now.
 * @param changes what is about to be remembered of them.
 */
export async function refreshCards(
  ends: Ends,
  contact: E164,
  changes: Partial<Standing> = {},
): Promise<void> {
  const { conversations, desk, lines } = ends;
  for (const { number: line } of await lines.all()) {
    const { conversation, standing } = await conversations.find(line, contact);
    if (!conversation) continue;
    const card = await desk.cardAt(conversation);
    if (card) {
      await desk.editCard(conversation, card, { ...standing, ...changes });
    }
  }
}
