/** GSM 03.38, the basic alphabet without its escape. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Those that need an escape before them, and so count twice. */
const EXTENDED = new Set("\f^{}\\[~]|€");

/** How many parts a text travels in. https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding */
export function countSegments(body: string): number {
  const septets = gsmLengths(body);
  if (septets) return pack(septets, 160, 153);
  return pack([...body].map((character) => character.length), 70, 67);
}

/** The length of each character in GSM-7, or undefined when one of them is not in it. */
function gsmLengths(body: string): number[] | undefined {
  const lengths: number[] = [];
  for (const character of body) {
    if (BASIC.has(character)) lengths.push(1);
    else if (EXTENDED.has(character)) lengths.push(2);
    else return undefined;
  }
  return lengths;
}

/** Fills parts in order; a character of two units is never split between two parts. */
function pack(lengths: number[], alone: number, part: number): number {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const length of lengths) {
    if (used + length > part) {
      parts++;
      used = 0;
    }
    used += length;
  }
  return parts;
}
