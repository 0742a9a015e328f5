import type { Ends, Known, Rules } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { type Country, homeCountry, isCountry } from "../sms/phone_number.ts";

/** The country in which numbers are read that come without one, where no line is named: as at the first line's. */
export async function countryAtHome(
  { conversations, settings }: Ends,
): Promise<Country> {
  const [rules, { defaultLine }] = await Promise.all([
    conversations.rules(),
    settings.read(),
  ]);
  return countryAt(defaultLine, rules);
}

/** The country in which a line's national numbers are read: the one that an admin has chosen, or else its own. */
export function countryAt(
  line: E164 | null,
  { homeCountry: chosen }: Pick<Rules, "homeCountry">,
): Country {
  if (isCountry(chosen)) return chosen;
  return line ? homeCountry(line) : "US";
}

/** What is known of a number that is read as at a line: one look, unless an admin has chosen another country than its own. */
export async function knownAtHome(
  { conversations }: Ends,
  line: E164,
  numberIn: (country: Country) => E164 | null,
): Promise<{ country: Country; known: Known | null }> {
  const usual = numberIn(homeCountry(line));
  const known = usual && await conversations.find(line, usual);
  const rules = known?.rules ?? await conversations.rules();
  const country = countryAt(line, rules);
  const meant = numberIn(country);
  if (meant === usual) return { country, known };
  return { country, known: meant && await conversations.find(line, meant) };
}
