import { checkBody, checkContact } from "./may_leave.ts";
import type { Ends } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { homeCountry, parsePhoneNumber } from "./sms/phone_number.ts";

/** What stands in the send form. */
export interface TypedSend {
  to: string;
  message: string;
  channel: string;
}

/** What the form can tell while it is being typed: where the text will go, and how long it is. */
export async function previewSend(
  { conversations, settings }: Ends,
  { to, message }: TypedSend,
): Promise<{ message: string; existingPlace: string | null }> {
  const { defaultLine } = await settings.read();
  const read = defaultLine && parsePhoneNumber(to, homeCountry(defaultLine));
  if (!defaultLine || !read || !read.ok) {
    return { message, existingPlace: null };
  }
  const { conversation } = await conversations.find(defaultLine, read.number);
  return { message, existingPlace: conversation?.channel ?? null };
}

/** What is wrong with a send form, by field; null when it can be sent. */
export async function checkSend(
  { settings }: Ends,
  { to, message }: TypedSend,
): Promise<Record<string, string> | null> {
  const { countries, defaultLine } = await settings.read();
  if (!defaultLine) return { to: "No line is connected yet." };
  const errors: Record<string, string> = {};
  const read = parsePhoneNumber(to, homeCountry(defaultLine));
  if (!read.ok) errors.to = read.why;
  else {
    const { number } = read;
    const why = refusalOf(() => checkContact(defaultLine, number, countries));
    if (why) errors.to = why;
  }
  const why = refusalOf(() => checkBody(message));
  if (why) errors.message = why;
  return Object.keys(errors).length > 0 ? errors : null;
}

/** Reads the number in the connect form; it is written with its country, since no line tells it yet. */
export function checkConnect(written: string) {
  return parsePhoneNumber(written, "US");
}

function refusalOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}
