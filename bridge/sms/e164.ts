declare const brand: unique symbol;

/** A phone number in E.164: `+`, the country's calling code and the rest, digits only, such as `+14155550142`. */
export type E164 = string & { readonly [brand]: "E164" };

/** Says whether `text` has the shape of an E.164 number: 7 to 15 digits after the `+` (https://www.itu.int/rec/T-REC-E.164). */
export function isE164(text: string): text is E164 {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** A number as a log may carry it: `+1415•••0142`. What is no number is hidden altogether. */
export function masked(number: string): string {
  if (!isE164(number)) return "•••";
  // A short number shows less at both ends, so that three digits are always missing.
  const shown = number.length - 1 - 3;
  const tail = Math.min(4, Math.floor(shown / 2));
  const head = Math.min(4, shown - tail);
  return `${number.slice(0, 1 + head)}•••${number.slice(-tail)}`;
}
