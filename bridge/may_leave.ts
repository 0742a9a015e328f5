import { Refusal } from "./refusal.ts";
import type { E164 } from "./sms/e164.ts";
import { isCountryAllowed } from "./sms/country.ts";
import { MAX_CHARACTERS, segmentsOf } from "./sms/segments.ts";

/** Countries that can be texted from the start; any other is switched on in the settings first. */
export const FIRST_COUNTRIES = ["US", "CA", "GB"];

/**
 * Checks a text before it leaves.
 * @param countries countries (ISO 3166 two-letter codes) that are switched on.
 * @throws Refusal naming what is wrong; nothing has left then.
 */
export function checkMayLeave(
  text: { line: E164; contact: E164; body: string },
  countries: string[],
): void {
  checkBody(text.body);
  checkContact(text.line, text.contact, countries);
}

/** @throws Refusal when a body is empty or too long. */
export function checkBody(body: string): void {
  if (body.trim() === "") {
    throw new Refusal(
      "There is nothing to text: the message is empty.",
      "Write a few words and send it again.",
    );
  }
  const { characters } = segmentsOf(body);
  if (characters > MAX_CHARACTERS) {
    throw new Refusal(
      `The message has ${characters} characters; a text can have at most ${MAX_CHARACTERS}.`,
      "Nothing of it was sent. Shorten it or send it in parts.",
    );
  }
}

/** @throws Refusal when a contact cannot be texted from a line. */
export function checkContact(
  line: E164,
  contact: E164,
  countries: string[],
): void {
  if (contact === line) {
    throw new Refusal(
      `${contact} is this line's own number.`,
      "Use the number of the person you want to text.",
    );
  }
  if (!isCountryAllowed(contact, countries)) {
    throw new Refusal(
      `Texting the country of ${contact} is not switched on.`,
      "Ask an admin to switch it on in Clerk's settings, then send it again.",
    );
  }
}
