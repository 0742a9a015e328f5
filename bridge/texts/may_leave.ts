import type { Opening, Rules, Standing } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { isCountryAllowed } from "../sms/country.ts";
import type { E164 } from "../sms/e164.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { MAX_CHARACTERS, segmentsOf } from "../sms/segments.ts";

/**
 * Checks a text before it leaves.
 * @throws Refusal naming what is wrong; nothing has left then.
 */
export function checkMayLeave(
  text: { line: E164; body: string },
  standing: Standing,
  rules: Rules,
): void {
  checkBody(text.body);
  checkContact(text.line, standing, rules);
}

/** @throws Refusal when a line has been taken off: nobody would see the answer. */
export function checkConnected(
  line: E164,
  opening: Opening | null,
): asserts opening is Opening {
  if (opening) return;
  throw new Refusal(
    `${line} is not one of the connected lines.`,
    "An admin can connect it in the Clerk dashboard, under Lines & channels.",
  );
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
  { contact, name, optedOut, doNotDisturb }: Standing,
  { countries, timeZone }: Rules,
): void {
  const who = name || formatForPeople(contact);
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
  if (optedOut) {
    throw new Refusal(
      `${who} has opted out of your texts.`,
      "They must text START to this line before they can be texted again.",
    );
  }
  if (doNotDisturb) {
    const { by, at, why } = doNotDisturb;
    const date = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone })
      .format(at);
    throw new Refusal(
      `${who} is on Do Not Disturb: ${by} put them there on ${date}${
        why ? ` (“${why}”)` : ""
      }.`,
      "Take them off that list first, in the Clerk dashboard.",
    );
  }
}
