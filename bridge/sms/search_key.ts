import type { E164 } from "./e164.ts";
import { digitsOf } from "./written_number.ts";

/** A contact, as far as it can be searched for. */
export interface Findable {
  number: E164;
  name: string;
}

/** What a bucket's key says of it, and whether others are below it. */
export interface Branch {
  key: string;
  /** Whether contacts are filed in the buckets below, and here only some of them. */
  isSplit: boolean;
}

/** The keys of the buckets a contact is filed under: one for each beginning of a word of its name, and one for its number. */
export function fileUnder({ number, name }: Findable): string[] {
  const keys = searchWords(name).map(rootOf);
  return [...new Set([...keys, `#${number.slice(-2)}`])];
}

/** The keys of the buckets below a split one that a contact is filed under; none if it is not split. */
export function fileBelow(
  { key, isSplit }: Branch,
  { number, name }: Findable,
): string[] {
  if (!isSplit) return [];
  if (isOfNumbers(key)) return [longerOfNumbers(key, number)];
  const keys = searchWords(name).filter((it) => it.startsWith(key))
    .map((it) => longer(key, it));
  return [...new Set(keys)];
}

/** The key of the bucket to look in for what was typed; none if that is too little. */
export function lookUnder(typed: string): string | undefined {
  const digits = digitsTyped(typed);
  if (digits !== undefined) {
    return digits.length < 2 ? undefined : `#${digits.slice(-2)}`;
  }
  const word = longestWord(typed);
  return word === undefined ? undefined : rootOf(word);
}

/** The key of the next bucket to look in, where the one found is split and enough was typed to go on. */
export function lookBelow(
  { key, isSplit }: Branch,
  typed: string,
): string | undefined {
  if (!isSplit) return;
  const digits = digitsTyped(typed);
  if (digits !== undefined) {
    return digits.length < key.length
      ? undefined
      : longerOfNumbers(key, digits);
  }
  const word = longestWord(typed);
  if (word === undefined) return;
  // Only a space says that a word so short has ended.
  const isOver = typed.endsWith(" ") && searchWords(typed).length === 1;
  return word === key && !isOver ? undefined : longer(key, word);
}

/** Whether no bucket can be below this one. */
export function isDeepest(key: string): boolean {
  return key.endsWith(END) || key.length >= DEEPEST;
}

/** The words of a name as they are compared: in lower case, without accents, apostrophes and other signs. */
export function searchWords(name: string): string[] {
  const plain = isAscii(name)
    ? name.toLowerCase().replace(/['`]/g, "")
    : withoutAccents(name);
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((it) => it !== "");
  return [...new Set(words)];
}

/** Whether a text has none of the letters that take time to compare: every keystroke compares a whole bucket of names. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function withoutAccents(name: string): string {
  return name.normalize("NFKD").toLowerCase()
    .replace(/\p{M}+/gu, "").replace(/['’ʼ`]/g, "")
    .replace(/[ßøłđðþæœı]/g, (it) => PLAIN[it] ?? it).normalize("NFC");
}

/** The digits of what was typed, without the zeros a country dials first, if it can only be meant as a number. */
export function digitsTyped(typed: string): string | undefined {
  return digitsOf(typed)?.replace(/^\+?0*/, "");
}

// What Unicode does not take for a letter with an accent.
const PLAIN: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

// Stands where a word ends; it is part of none.
const END = ".";
const DEEPEST = 12;

// Two letters, but one of a script in which that says as much.
function rootOf(word: string): string {
  const isFull =
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
      .test(word);
  return [...word].slice(0, isFull ? 1 : 2).join("");
}

function longer(key: string, word: string): string {
  const next = word.codePointAt(key.length);
  return next === undefined ? key + END : key + String.fromCodePoint(next);
}

function isOfNumbers(key: string): boolean {
  return key.startsWith("#");
}

// The `#` is as long as the digit more.
function longerOfNumbers(key: string, digits: string): string {
  return `#${digits.slice(-key.length)}`;
}

function longestWord(typed: string): string | undefined {
  return searchWords(typed).reduce<string | undefined>(
    (best, it) => best !== undefined && best.length >= it.length ? best : it,
    undefined,
  );
}
