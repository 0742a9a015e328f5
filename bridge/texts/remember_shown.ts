import type { CarrierText, Conversation, Ends } from "../ports.ts";

/** How many shown texts a conversation remembers: more than one look at the carrier's list brings. */
const REMEMBERED = 40;

/** What is remembered now: where several runs show texts at once, one must not write over what another wrote. */
export async function readAgain(
  { conversations }: Ends,
  conversation: Conversation,
): Promise<Conversation> {
  const { line, contact } = conversation;
  const { before } = await conversations.find(line, contact);
  return {
    ...conversation,
    shown: [...new Set([...conversation.shown, ...before])],
  };
}

/**
 * Remembers which texts are shown. Last of all: what is remembered has been pinned as well.
 * @param left what stands where the conversation was before, and stays there.
 */
export async function rememberShown(
  { conversations }: Ends,
  conversation: Conversation,
  texts: CarrierText[],
  shown: Set<string>,
  left: string[] = [],
): Promise<void> {
  const known = new Set([...left, ...conversation.shown, ...shown]);
  const listed = texts.map(({ sid }) => sid);
  const others = [...new Set([...left, ...conversation.shown])]
    .filter((sid) => !listed.includes(sid));
  await conversations.saveShown({
    ...conversation,
    shown: [...others, ...listed.filter((sid) => known.has(sid))]
      .slice(-REMEMBERED),
  });
}
