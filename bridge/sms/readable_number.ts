import type { E164 } from "./e164.ts";

/** A number as people read it, such as `+1 415-555-0142` or `+44 7700 900123`. Knows no numbering plan but these two. */
export function formatForPeople(number: E164): string {
  const code = callingCodeOf(number);
  const rest = number.slice(1 + code.length);
  if (code === "1" && rest.length === 10) {
    return `+1 ${rest.slice(0, 3)}-${rest.slice(3, 6)}-${rest.slice(6)}`;
  }
  const groups = code === "44" && rest.length === 10
    ? cut(rest, britishGroups(rest))
    : inThrees(rest);
  return ["+" + code, ...groups].join(" ");
}

// E.164 assigns 1 and 7 to zones of their own, these to two-digit codes and the rest to three digits:
// https://www.itu.int/pub/T-SP-E.164D
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function callingCodeOf(number: E164): string {
  const digits = number.slice(1);
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, TWO_DIGITS.test(digits) ? 2 : 3);
}

// https://www.ofcom.org.uk/phones-and-broadband/phone-numbers : 02x has 2+4+4, 011x and 01x1 and 03, 08, 09 have 3+3+4.
function britishGroups(rest: string): number[] {
  if (rest.startsWith("2")) return [2, 4, 4];
  if (/^(?:11|1\d1|[389])/.test(rest)) return [3, 3, 4];
  return [4, 6];
}

function cut(digits: string, lengths: number[]): string[] {
  let at = 0;
  return lengths.map((length) => digits.slice(at, at += length));
}

// Threes, and two to four digits at the end.
function inThrees(digits: string): string[] {
  return digits.match(/\d{3}(?=\d{2})|\d+/g) ?? [];
}
