import type { Work } from "./work.ts";

/** What a card says of a contact. */
interface Said {
  name: string;
  optedOut: boolean;
  doNotDisturb: { by: string; why: string } | null;
}

/**
 * What a card shows of the team's work and of how its contact stands, in a few letters that tell nobody what it is: by
 * them a card is known whose run died before it was drawn anew.
 */
export function cardDigest(
  { nudged: _, ...work }: Work,
  { name, optedOut, doNotDisturb }: Said,
): string {
  const { by = "", why = "" } = doNotDisturb ?? {};
  const sorted = Object.entries(work).sort();
  return hashed(JSON.stringify([sorted, name, optedOut, by, why]));
}

/** FNV-1a, of 32 bits. */
function hashed(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ letter, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
