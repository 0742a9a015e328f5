import type { Ends, Standing } from "./ports.ts";
import { drawCard } from "./change_work.ts";
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
  const { conversations, lines } = ends;
  for (const { number: line } of await lines.all()) {
    const known = await conversations.find(line, contact);
    const { conversation, standing } = known;
    if (!conversation) continue;
    const facts = { ...known, standing: { ...standing, ...changes } };
    await drawCard(ends, conversation, facts);
  }
}
