// Invisible marks that come along when a number is copied from a phone's address book or a right-to-left text.
const INVISIBLE =
  "\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
const DIGIT = "0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19";
const SIGN =
  "#+()\\[\\]./\\p{Pd}\\u2212\\uff03\\uff0b\\uff08\\uff09\\uff0e\\uff0f";
const LINK = "<tel:[^|>]*(?:\\|[^>]*)?>";

const OPENING = new RegExp(
  `^[${INVISIBLE}]*[(\\[\\uff08\\s]*(?:[#+\\uff03\\uff0b${DIGIT}]|<tel:)`,
  "iu",
);
const PIECE = new RegExp(
  `(?:[${INVISIBLE}${DIGIT}${SIGN}]|${LINK})+(?=[\\s,:;]|$)`,
  "iuy",
);

/** Says whether `text` begins as a number does: with a digit, `#`, `+` or Slack's `<tel:…>`, in brackets or not. */
export function beginsLikeNumber(text: string): boolean {
  return OPENING.test(text);
}

/** The pieces between spaces that could belong to a number at the beginning of `text`, each with where it ends. */
export function leadingPieces(text: string): { end: number; digits: number }[] {
  const pieces: { end: number; digits: number }[] = [];
  let at = 0;
  let total = 0;
  // Every number has ended by then: 15 digits and a dialling prefix.
  while (total < 20) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text)?.[0];
    if (piece === undefined) break;
    const end = at + piece.length;
    const digits = withoutLinks(piece).match(/\p{Nd}/gu)?.length ?? 0;
    pieces.push({ end, digits });
    total += digits;
    const gap = /^[^\S\n\r]+/.exec(text.slice(end));
    if (!gap) break;
    at = end + gap[0].length;
  }
  return pieces;
}

/** A written number as bare digits, with a `+` in front if it had one; nothing if it holds what no number holds. */
export function digitsOf(written: string): string | undefined {
  const bare = withoutLinks(written)
    .replace(new RegExp(`[${INVISIBLE}]`, "gu"), "")
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, westernDigit)
    .trim()
    .replace(/^(?:#\s*)+/, "")
    .replace(/^tel:/i, "")
    .replace(/[\s()[\]./\p{Pd}\u2212]/gu, "");
  return /^\+?\d+$/.test(bare) ? bare : undefined;
}

// Slack turns what looks like a number into a link, of which the target is the number and the label what was typed.
function withoutLinks(text: string): string {
  return text.replace(/<tel:([^|>]*)(?:\|[^>]*)?>/gi, "$1");
}

// Both blocks of Arabic digits begin at a multiple of sixteen.
function westernDigit(digit: string): string {
  return String(digit.charCodeAt(0) & 0xf);
}
