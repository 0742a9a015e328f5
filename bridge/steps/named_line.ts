import { countryAt } from "../lines/country_at_home.ts";
import { lineOf, noLine } from "../lines/line_of.ts";
import type { Conversation, Ends, Known, Opening } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { type Country, parsePhoneNumber } from "../sms/phone_number.ts";
import { formatForPeople } from "../sms/readable_number.ts";

/** By what a workflow's step means a conversation: written by people, or filled in by a step before it. */
export interface Named {
  number: string;
  /** One of the lines; the first one if empty. */
  line?: string;
}

/**
 * The line that a step means, without a name a channel's own, or the workspace's first; and the country in which numbers
 * are read there.
 * @throws Refusal when it is none of the lines.
 */
export async function lineNamed(
  ends: Ends,
  written: string | undefined,
  channel?: string,
): Promise<Opening & { country: Country }> {
  const [usual, rules] = await Promise.all([
    lineOf(ends, channel),
    ends.conversations.rules(),
  ]);
  if (!usual) throw noLine();
  const line = written ? numberNamed(written, countryAt(usual, rules)) : usual;
  const [opening] = await ends.conversations.openings([line]);
  if (opening) return { ...opening, country: countryAt(line, rules) };
  throw new Refusal(
    `${line} is not one of the connected lines.`,
    "Use a connected line, or leave the line empty.",
  );
}

/** A number as a step was given it, read in a country. @throws Refusal when it cannot be read. */
export function numberNamed(written: string, country: Country): E164 {
  const read = parsePhoneNumber(written, country);
  if (!read.ok) throw new Refusal(read.why, "Nothing was done.");
  return read.number;
}

/** The conversation that a step means. @throws Refusal when there is none. */
export async function conversationNamed(
  ends: Ends,
  { number, line: written }: Named,
): Promise<{ conversation: Conversation; known: Known }> {
  const { line, country } = await lineNamed(ends, written);
  const contact = numberNamed(number, country);
  const known = await ends.conversations.find(line, contact);
  const { conversation } = known;
  if (conversation) return { conversation, known };
  throw new Refusal(
    `There is no conversation with ${formatForPeople(contact)} yet.`,
    "Text them first.",
  );
}
