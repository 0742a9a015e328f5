import type { Ends, Known } from "../ports.ts";
import { cleanTags } from "../sms/written_contact.ts";

/** Remembers tags to be suggested; of too many, those go that were given longest ago. */
export async function rememberTags(
  { conversations }: Ends,
  { rules }: Known,
  given: string[],
): Promise<void> {
  if (given.every((tag) => rules.tags.includes(tag))) return;
  const others = rules.tags.filter((tag) => !given.includes(tag));
  await conversations.saveRules({ tags: [...given, ...others].slice(0, MENU) });
}

/** The most options that a menu shows. */
const MENU = 100;

/** Tags that begin with what was typed, and what was typed as a new one. */
export async function suggestTags(
  { conversations }: Ends,
  typed: string,
): Promise<string[]> {
  const [fresh = ""] = cleanTags(typed);
  const { tags } = await conversations.rules();
  const known = [...tags].sort()
    .filter((tag) => tag.toLowerCase().startsWith(fresh.toLowerCase()));
  return [...new Set([...(fresh ? [fresh] : []), ...known])].slice(0, MENU);
}
