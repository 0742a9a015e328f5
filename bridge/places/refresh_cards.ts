import type { Conversation, Ends, Standing } from "../ports.ts";
import { Outage } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { drawCard } from "./change_work.ts";

/**
 * Writes on every card of a contact what is known of them now. A card that cannot be edited, because its channel is
 * archived for one, holds nothing up: what it says is not what texts are checked by.
 * @param changes what is about to be remembered of them.
 * @param also what else is to be done with each conversation that has a card.
 */
export async function refreshCards(
  ends: Ends,
  contact: E164,
  changes: Partial<Standing> = {},
  also: (conversation: Conversation) => Promise<unknown> = async () => {},
): Promise<void> {
  const { conversations, lines } = ends;
  const refresh = async (line: E164) => {
    const known = await conversations.find(line, contact);
    const { conversation, standing } = known;
    if (!conversation) return;
    const facts = { ...known, standing: { ...standing, ...changes } };
    await drawCard(ends, conversation, facts);
    await also(conversation);
  };
  const attempts = (await lines.all()).map(({ number }) =>
    refresh(number).catch((error) => {
      if (!(error instanceof Outage)) throw error;
      console.error(`a card was left as it is: ${error.message}`);
    })
  );
  await Promise.all(attempts);
}
