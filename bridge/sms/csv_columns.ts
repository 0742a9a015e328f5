import { digitsOf } from "./written_number.ts";

/** What the columns of a table hold, by their places. */
export interface Columns {
  /** Whether the first row names the columns. */
  hasHeader: boolean;
  /** The parts of a name, in the order they are said. */
  names: number[];
  /** Stands in for a name that is missing. */
  company: number[];
  numbers: number[];
  tags: number[];
  notes: number[];
  /** "Yes" means: no texts. */
  optedOut: number[];
  /** "No" means: no texts. */
  optedIn: number[];
}

type Kind =
  | "whole"
  | "first"
  | "middle"
  | "last"
  | Exclude<keyof Columns, "hasHeader" | "names">;

const OF = "(?:primary|main|home|work|business|office|other|personal|private|" +
  "direct|customer|contact|client|company main|mobile|cell|cellular|sms|text) ";

const PHONE =
  "(?:phone|telephone|tel|mobile|cell|cellphone|cellular|handphone|" +
  "msisdn|e ?164|sms|whatsapp|phonenumber|mobilephone|mobilenumber|cellnumber)";
const SORT = "(?: (?:value|number|mobile|cell|home|work|sms))?";
const NUMBER =
  "(?:contact |home |work |office |business |text |sms )?number|to";
const ABOUT_TEXTS = "(?:sms |text |texting |marketing )?";

// The usual spellings, and those of Google's, Outlook's and Apple's exports; in lower case, signs as spaces.
const HEADERS: [Kind, RegExp][] = [
  [
    "optedIn",
    exactly(
      ABOUT_TEXTS +
        "(?:opt in|opted in|optin|subscribed|consent|consented|consent given|" +
        "permission|ok to text|can text|(?:subscription|sms) status)(?: status)?",
    ),
  ],
  [
    "optedOut",
    exactly(
      ABOUT_TEXTS +
        "(?:opt out|opted out|optout|optedout|opted out at|unsubscribed|" +
        "unsubscribe|do not (?:text|contact|disturb|call)|dnd|dnc|stop|" +
        "blocked)(?: status)?",
    ),
  ],
  [
    "whole",
    exactly(
      "(?:(?:full|display|contact|customer|client|recipient|person) )?name|fullname|displayname|contact|customer|client|recipient|person|who",
    ),
  ],
  [
    "first",
    exactly("first|firstname|first name|given name|givenname|forename"),
  ],
  ["middle", exactly("middle|middlename|middle name|additional name")],
  ["last", exactly("last|lastname|last name|surname|family name|familyname")],
  [
    "company",
    exactly(
      "company|company name|organi[sz]ation|organi[sz]ation name|business|business name|account name|nickname",
    ),
  ],
  [
    "numbers",
    exactly(
      `(?:${OF})*${PHONE}(?: (?:number|num|no|nr|phone|e ?164))*(?: \\d)?${SORT}|${NUMBER}`,
    ),
  ],
  [
    "tags",
    exactly(
      "tags?|labels?|groups?|group membership|categor(?:y|ies)|lists?|segments?",
    ),
  ],
  ["notes", exactly("notes?|comments?|remarks?|description|memo")],
];

function exactly(words: string): RegExp {
  return new RegExp(`^(?:${words})$`);
}

/** Guesses what each column holds: by its name in the first row, else by what stands in it. */
export function columnsOf(rows: readonly string[][]): Columns {
  const [first = [], ...rest] = rows;
  const kinds = first.map(kindOf);
  const at = (kind: Kind) =>
    kinds.flatMap((it, index) => it === kind ? [index] : []);
  const hasHeader = kinds.some((it) => it !== undefined) &&
    !first.some(looksLikeNumber);
  if (!hasHeader) return guessed(rows);
  const parts = [...at("first"), ...at("middle"), ...at("last")];
  const numbers = at("numbers");
  return {
    hasHeader,
    names: at("whole").length > 0 ? at("whole").slice(0, 1) : parts,
    company: at("company"),
    numbers: numbers.length > 0 ? numbers : numberColumn(rest),
    tags: at("tags"),
    notes: at("notes"),
    optedOut: at("optedOut"),
    optedIn: at("optedIn"),
  };
}

/** Says whether a cell holds a phone number and nothing else, as far as can be told without knowing its country. */
export function looksLikeNumber(cell: string): boolean {
  const digits = digitsOf(cell);
  return digits !== undefined && /^\+?\d{7,17}$/.test(digits) &&
    !/^\s*(?:(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)\d\d)\s*$/
      .test(cell);
}

function kindOf(header: string): Kind | undefined {
  const words = header.normalize("NFKC").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return HEADERS.find(([, pattern]) => pattern.test(words))?.[0];
}

// Without names one column has the numbers, for others may be dates or amounts. What stands before it is the name, or else
// what stands right after it; the rest becomes notes, so that nothing is lost.
function guessed(rows: readonly string[][]): Columns {
  const numbers = numberColumn(rows);
  const [number = -1] = numbers;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const others = [...Array(width).keys()].filter((it) => it !== number);
  const wordy = others.filter((column) =>
    rows.some((row) => /\p{L}/u.test(row[column] ?? "")) &&
    !rows.some((row) => /@|:\/\//.test(row[column] ?? ""))
  );
  const before = wordy.filter((it) => it < number);
  const names = before.length > 0 ? before : wordy.slice(0, 1);
  const notes = others.filter((it) => !names.includes(it));
  const none = { company: [], tags: [], optedOut: [], optedIn: [] };
  return { ...none, hasHeader: false, names, numbers, notes };
}

function numberColumn(rows: readonly string[][]): number[] {
  const scores: number[] = [];
  for (const row of rows.slice(0, 200)) {
    row.forEach((cell, column) => {
      if (!looksLikeNumber(cell)) return;
      const isLong = (digitsOf(cell)?.length ?? 0) >= 10;
      scores[column] = (scores[column] ?? 0) + (isLong ? 2 : 1);
    });
  }
  const best = Math.max(0, ...Object.values(scores));
  return best > 0 ? [scores.indexOf(best)] : [];
}
