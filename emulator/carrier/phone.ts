/** What a handset does with a text, or what the number turns out to be. */
export const PHONE_STATES = [
  "on",
  "off",
  "landline",
  "unknown",
  "blocked",
  "opted_out",
] as const;

export type PhoneState = typeof PHONE_STATES[number];

export interface Phone {
  /** E.164. */
  number: string;
  name: string;
  state: PhoneState;
}

const NANP = /^\+1[2-9]\d{2}[2-9]\d{6}$/;
const ELSEWHERE = /^\+(?!1)[1-9]\d{6,14}$/;

/** Whether the carrier would take this as a number at all. */
export function isNumber(text: string): boolean {
  return NANP.test(text) || ELSEWHERE.test(text);
}

/** In the North American plan a landline cannot be told from a mobile by its number. */
export function isNorthAmerican(number: string): boolean {
  return NANP.test(number);
}
