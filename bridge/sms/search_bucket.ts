import { type E164, isE164 } from "./e164.ts";
import {
  type Branch,
  digitsTyped,
  fileBelow,
  type Findable,
  isAscii,
  isDeepest,
  searchWords,
} from "./search_key.ts";

/**
 * One row of an index that finds contacts by name or number in a store that only gets rows by their keys.
 *
 * A contact is filed under the first two letters of each word of its name (`ma` and `ga` for Maria Garcia) and under the last two
 * digits of its number (`#42`): once in each of these buckets, with its whole name. What is typed leads to one bucket, which is
 * searched in memory for everything typed. A bucket that outgrows {@link LARGEST} is split: its contacts move to buckets of one
 * letter more (`mar`), and it keeps a few for those who type no further.
 *
 * What it costs, with 50,000 contacts of common names (the tests measure it): some 370 rows, 10 KB in the middle and at most 100 KB,
 * 95 bytes a contact in all; to save a contact, 3 or 4 rows read and written (`bulkGet`, `bulkPut`), so 12 `bulkPut`s for 10,000
 * imported at once; a keystroke, one `get`, or two under the three commonest beginnings, which are split. A number is found once its
 * last digits are typed, alone or after the others.
 *
 * There is no lock: of two who write one bucket in the same moment, one's entry may be lost. The contact's own row is the truth, and
 * saving it again files it again.
 */
export interface Bucket extends Branch {
  /** `number\tname`, a contact each. */
  entries: string[];
}

/** The greatest size of a bucket's entries, in bytes: a row must stay below 400 KB, and every keystroke reads one. */
export const LARGEST = 100_000;

// As many options as a menu can show: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
const SHOWN_IF_SPLIT = 100;

/** A bucket that nothing is in yet. */
export function emptyBucket(key: string): Bucket {
  return { key, isSplit: false, entries: [] };
}

/** A bucket with these contacts in it, under their present names only; a split one takes them while it has few to show. */
export function addTo(bucket: Bucket, ...contacts: Findable[]): Bucket {
  const { entries } = removeFrom(bucket, ...contacts.map((it) => it.number));
  const more = contacts.map(({ number, name }) =>
    `${number}\t${name.replace(/[\t\n]+/g, " ")}`
  );
  const room = bucket.isSplit ? SHOWN_IF_SPLIT - entries.length : Infinity;
  const added = more.slice(0, Math.max(0, room));
  return { ...bucket, entries: [...entries, ...added] };
}

/** A bucket without these contacts. */
export function removeFrom(bucket: Bucket, ...numbers: E164[]): Bucket {
  const gone = new Set<string>(numbers);
  const entries = bucket.entries.filter((it) =>
    !gone.has(it.slice(0, it.indexOf("\t")))
  );
  return { ...bucket, entries };
}

/** The name under which a bucket has a number; undefined if it has it not. */
export function nameIn(bucket: Bucket, number: E164): string | undefined {
  const entry = bucket.entries.find((it) => it.startsWith(`${number}\t`));
  return entry?.slice(number.length + 1);
}

/**
 * A bucket and those it had to be split into, the lowest first: if they are written in this order, nobody is ever missing. One that
 * cannot be split, as all in it share a long word, leaves out the last: other words lead to them, or their number.
 */
export function splitIfLarge(bucket: Bucket): Bucket[] {
  if (bucket.isSplit || sizeOf(bucket) <= LARGEST) return [bucket];
  if (isDeepest(bucket.key)) {
    let room = LARGEST;
    const entries = bucket.entries.filter((it) => (room -= weightOf(it)) >= 0);
    return [{ ...bucket, entries }];
  }
  const split = { ...bucket, isSplit: true };
  const below = new Map<string, string[]>();
  for (const entry of bucket.entries) {
    const contact = contactOf(entry);
    for (const key of contact ? fileBelow(split, contact) : []) {
      const entries = below.get(key);
      if (entries) entries.push(entry);
      else below.set(key, [entry]);
    }
  }
  const buckets = [...below].flatMap(([key, entries]) =>
    splitIfLarge({ key, isSplit: false, entries })
  );
  const shown = bucket.entries.slice(0, SHOWN_IF_SPLIT);
  return [...buckets, { ...split, entries: shown }];
}

/** The contacts in a bucket that may be meant by what was typed: first those whose name begins with it, then by their names. */
export function suggestionsIn(
  bucket: Bucket,
  typed: string,
  limit: number,
): Findable[] {
  const digits = digitsTyped(typed);
  const wanted = searchWords(typed);
  const found: { contact: Findable; name: string; rank: number }[] = [];
  for (const entry of bucket.entries) {
    const contact = contactOf(entry);
    if (!contact) continue;
    const words = searchWords(contact.name);
    const isMeant = digits !== undefined
      ? contact.number.includes(digits)
      : wanted.every((it) => words.some((word) => word.startsWith(it)));
    if (!isMeant) continue;
    const name = words.join(" ");
    const rank = name.startsWith(wanted[0] ?? "") ? 0 : 1;
    found.push({ contact, name, rank });
  }
  found.sort((a, b) =>
    a.rank - b.rank || inOrder(a.name, b.name) ||
    inOrder(a.contact.number, b.contact.number)
  );
  return found.slice(0, limit).map(({ contact }) => contact);
}

/** What a bucket's entries take up in its row, in bytes of JSON. */
export function sizeOf({ entries }: Bucket): number {
  return entries.reduce((sum, it) => sum + weightOf(it), 0);
}

const encoder = new TextEncoder();

function weightOf(entry: string): number {
  const json = JSON.stringify(entry);
  return (isAscii(json) ? json.length : encoder.encode(json).length) + 1;
}

function contactOf(entry: string): Findable | undefined {
  const tab = entry.indexOf("\t");
  const number = entry.slice(0, tab);
  if (isE164(number)) return { number, name: entry.slice(tab + 1) };
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
