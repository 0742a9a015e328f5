import { csvContacts } from "./csv_contacts.ts";
import { vcardContacts } from "./vcard_contacts.ts";
import type { WrittenContacts } from "./written_contact.ts";

/** Reads contacts from pasted text or a file's, of whichever kind it is. */
export function contactsInText(text: string): WrittenContacts {
  const isCards = /^[\s\ufeff]*BEGIN:VCARD\s*$/im.test(text);
  return isCards ? vcardContacts(text) : csvContacts(text);
}

/** The text in a file's bytes: UTF-8, UTF-16 with its mark, or else what Excel writes in the West. */
export function textInFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decoded(bytes, "windows-1252");
  }
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
