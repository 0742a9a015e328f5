import {
  type CountryCode,
  getCountryCallingCode,
  type MetadataJson,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from "libphonenumber-js/core";
import { countryOf } from "./country.ts";
import { type E164, isE164 } from "./e164.ts";
import { numberingPlans } from "./numbering_plans.ts";
import { digitsOf } from "./written_number.ts";

export { isCountryAllowed } from "./country.ts";

/** Read when they are first asked: not every run needs them, and it takes its time. */
let read: MetadataJson | undefined;

function plans(): MetadataJson {
  return read ??= JSON.parse(numberingPlans());
}

/** A country by its two letters (ISO 3166), such as `US`. */
export type Country = CountryCode;

/** A number as read, or one sentence on why it cannot be. */
export type PhoneNumber =
  | {
    ok: true;
    number: E164;
    /** Two letters, or `001` for a number of no country. */
    country: string;
    /** Whether such numbers are known to be given out; fictional ones, and some new ones, are not. */
    assigned: boolean;
  }
  | { ok: false; why: string };

/** Says whether `text` is a country whose numbers can be read. */
export function isCountry(text: string): text is Country {
  return Object.hasOwn(plans().countries, text);
}

/** The country in which a line's national numbers are read. */
export function homeCountry(line: E164): Country {
  const country = countryOf(line);
  return isCountry(country) ? country : "US";
}

/** Reads a number in whatever way people write it; one without a calling code is read in `homeCountry`. */
export function parsePhoneNumber(
  written: string,
  homeCountry: Country,
): PhoneNumber {
  const shown = quoted(written);
  const example = exampleIn(homeCountry);
  const no = (why: string): PhoneNumber => ({ ok: false, why });

  if (!written.trim()) {
    return no(`There is no number; write one like ${example}.`);
  }
  const digits = digitsOf(written);
  if (digits === undefined) {
    return no(
      hasExtension(written)
        ? `A text cannot go to an extension, as in ${shown}; write the number alone, like ${example}.`
        : `${shown} is not a phone number; write one like ${example}.`,
    );
  }
  if (/^\d{4,6}$/.test(digits)) {
    return no(
      `${shown} looks like a short code, which an ordinary line cannot text; write a whole number, like ${example}.`,
    );
  }
  const dialled = international(digits, homeCountry);
  const parsed = parsePhoneNumberFromString(dialled, homeCountry, plans());
  if (!parsed?.isPossible() || !isE164(parsed.number)) {
    return no(`${shown} ${fault(dialled, homeCountry)} ${example}.`);
  }
  if (parsed.getType() === "PREMIUM_RATE") {
    return no(
      `${shown} is a premium-rate number, which cannot be texted; write another, like ${example}.`,
    );
  }
  return {
    ok: true,
    number: parsed.number,
    country: countryOf(parsed.number),
    assigned: parsed.isValid(),
  };
}

function isNorthAmerican(country: Country): boolean {
  return getCountryCallingCode(country, plans()) === "1";
}

function exampleIn(country: Country): string {
  if (isNorthAmerican(country)) return "415-555-0142";
  return country === "GB" ? "07700 900123" : "+44 7700 900123";
}

// Many write 00 wherever they are; only where it is not dialled does the library need help.
function international(digits: string, home: Country): string {
  if (!digits.startsWith("00")) return digits;
  const isPlain = !isNorthAmerican(home) &&
    parsePhoneNumberFromString(digits, home, plans())?.isPossible();
  return isPlain ? digits : `+${digits.slice(2)}`;
}

function fault(dialled: string, home: Country): string {
  switch (validatePhoneNumberLength(dialled, home, plans())) {
    case "TOO_SHORT":
      return "is too short for a phone number; write it with its area code, like";
    case "TOO_LONG":
      return dialled.startsWith("+")
        ? "is too long for a phone number; write one like"
        : "is too long without a country code; begin it with + if it has one, or write one like";
    case "INVALID_COUNTRY":
      return "begins with a country code that does not exist; write one like";
    default:
      return "is not a phone number; write one like";
  }
}

function hasExtension(written: string): boolean {
  return /\d[\s,;]*(?:ext(?:ension|n)?\.?|x|#)[\s.:=]*\d+\s*$/i.test(written);
}

// What was written, without what Slack would read as its own, and not at any length.
function quoted(written: string): string {
  const text = written.replace(
    /<tel:([^|>]*)(?:\|([^>]*))?>/gi,
    (_, to, label) => label || to,
  )
    .replace(/[<>&*_~`]/g, "").replace(/\s+/g, " ").trim();
  return `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
}
