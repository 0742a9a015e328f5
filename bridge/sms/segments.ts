/** What a text weighs on the air. */
export interface Segments {
  encoding: "GSM-7" | "UCS-2";
  /** UTF-16 units. */
  characters: number;
  /** Parts the carrier sends and bills; 0 for no text. */
  segments: number;
}

/** The longest text the carrier takes (https://www.twilio.com/docs/messaging/api/message-resource, Body; error 21617 beyond). */
export const MAX_CHARACTERS = 1600;

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

// Sent as an escape and a second septet.
const EXTENDED = new Set("\f^{}\\[~]|€");

/** Weighs a text as the networks do: GSM-7 if every character is in its alphabet, else UCS-2. */
export function segmentsOf(text: string): Segments {
  const symbols = [...text];
  const isGsm = symbols.every((it) => BASIC.has(it) || EXTENDED.has(it));
  const sizes = symbols.map((it) =>
    isGsm ? (EXTENDED.has(it) ? 2 : 1) : it.length
  );
  return {
    encoding: isGsm ? "GSM-7" : "UCS-2",
    characters: text.length,
    segments: isGsm ? partsOf(sizes, 160, 153) : partsOf(sizes, 70, 67),
  };
}

// A part of a longer text carries a header, hence `each` < `alone`. No symbol is cut in two by the end of a part.
function partsOf(sizes: number[], alone: number, each: number): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return 0;
  if (total <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      parts++;
      used = 0;
    }
    used += size;
  }
  return parts;
}
