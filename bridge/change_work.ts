import type { CardFacts, Conversation, Ends, Known } from "./ports.ts";
import type { E164 } from "./sms/e164.ts";
import type { Work } from "./sms/work.ts";
import { GLANCE, SETTLED } from "./timing.ts";

/** How often a card is drawn anew for what others changed meanwhile. */
const REDRAWS = 3;

/**
 * Changes the team's side of a conversation, and its card with it. Each attribute is written by itself, so two who
 * change different ones at once lose nothing; their cards cross, so what was drawn is compared with what is known a
 * little later, and drawn again where somebody else came between.
 * @param justRead what is known, where the caller has just read it.
 */
export async function changeWork(
  ends: Ends,
  line: E164,
  contact: E164,
  changes: Partial<Work>,
  justRead?: Known,
): Promise<void> {
  await ends.conversations.saveWork(line, contact, changes);
  let known = justRead ?? await ends.conversations.find(line, contact);
  let drawn = await draw(ends, known, changes);
  for (let again = 0; drawn && again < REDRAWS; again++) {
    await ends.clock.sleep(Math.max(GLANCE, SETTLED));
    known = await ends.conversations.find(line, contact);
    if (factsOf(known) === drawn) return;
    drawn = await draw(ends, known, {});
  }
}

/** Draws a conversation's card. @returns what it shows, as {@link factsOf} has it; null when there is no card. */
async function draw(
  ends: Ends,
  known: Known,
  changes: Partial<Work>,
): Promise<string | null> {
  if (!known.conversation) return null;
  const work = { ...known.work, ...changes };
  await drawCard(ends, known.conversation, { ...known, work });
  return factsOf({ ...known, work });
}

/** What may have changed on a card: also how it stands with the contact, who may text STOP at any time. */
export function factsOf({ work, standing }: CardFacts): string {
  return JSON.stringify([work, standing]);
}

/** Writes on a conversation's card what is known of it now. */
export async function drawCard(
  { desk }: Ends,
  conversation: Conversation,
  facts: CardFacts,
): Promise<void> {
  const { line, contact, beginner, direct } = conversation;
  const card = beginner
    ? { line, contact, beginner, direct }
    : await desk.cardAt(conversation);
  if (card) await desk.editCard(conversation, card, facts);
}
