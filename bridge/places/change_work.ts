import type { CardFacts, Conversation, Ends, Known } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import type { Work } from "../sms/work.ts";
import { GLANCE, SETTLED } from "../timing.ts";

/** How often a card is drawn anew for what others changed meanwhile. */
const REDRAWS = 3;

/**
 * Changes the team's side of a conversation, and its card with it. Each attribute is written by itself, so two who
 * change different ones at once lose nothing; their cards cross, so what was drawn is compared with what is known a
 * little later, and drawn again where somebody else came between.
 * @param justRead what is known, where the caller has just read it.
 * @param meanwhile what else is to be done once it is written: people who wait for a form wait for all of it.
 * @returns the team's side as it is by then.
 */
export async function changeWork(
  ends: Ends,
  line: E164,
  contact: E164,
  changes: Partial<Work>,
  justRead?: Known,
  meanwhile?: () => Promise<void>,
): Promise<Work> {
  await ends.conversations.saveWork(line, contact, changes);
  const known = justRead ?? await ends.conversations.find(line, contact);
  const [work] = await Promise.all([
    drawUntilTrue(ends, known, changes),
    meanwhile?.(),
  ]);
  return work;
}

async function drawUntilTrue(
  ends: Ends,
  justRead: Known,
  changes: Partial<Work>,
): Promise<Work> {
  const { line, contact } = justRead.conversation ?? {};
  let known = { ...justRead, work: { ...justRead.work, ...changes } };
  let drawn = await draw(ends, known);
  if (!line || !contact) return known.work;
  for (let again = 0; again < REDRAWS; again++) {
    await ends.clock.sleep(Math.max(GLANCE, SETTLED));
    known = await ends.conversations.find(line, contact);
    if (factsOf(known) === drawn) break;
    drawn = await draw(ends, known);
  }
  return known.work;
}

/** Draws a conversation's card. @returns what it shows, as {@link factsOf} has it; null when there is no card. */
async function draw(ends: Ends, known: Known): Promise<string | null> {
  if (!known.conversation) return null;
  await drawCard(ends, known.conversation, known);
  return factsOf(known);
}

/** What may have changed: also how it stands with the contact, who may text STOP at any time, and which card is its own. */
function factsOf({ conversation, work, standing }: Known): string {
  return JSON.stringify([conversation?.ts, work, standing]);
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
