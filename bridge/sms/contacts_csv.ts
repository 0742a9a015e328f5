import type { E164 } from "./e164.ts";

/** What of a contact is written into a file. */
export interface ExportedContact {
  number: E164;
  name: string;
  tags: readonly string[];
  notes: string;
  optedOut: boolean;
}

const HEADER = ["Name", "Phone", "Tags", "Notes", "Opted out"];

/**
 * Contacts as a CSV file (https://www.rfc-editor.org/rfc/rfc4180), which an import reads back as they were. It begins with a byte order
 * mark, without which Excel would not read it as UTF-8.
 */
export function contactsCsv(contacts: readonly ExportedContact[]): string {
  const rows = contacts.map(({ name, number, tags, notes, optedOut }) => [
    guarded(name),
    // A plus and digits only, which calculate to themselves: other programs want them as they are.
    number,
    guarded(tags.join("; ")),
    guarded(notes),
    optedOut ? "yes" : "no",
  ]);
  return "\ufeff" +
    [HEADER, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

// A spreadsheet would calculate what begins so (https://owasp.org/www-community/attacks/CSV_Injection). Apostrophes that are there
// already get one more, so that one can be taken away again.
function guarded(text: string): string {
  return /^'*[=+\-@\t＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\r\n\t|]|^\s|\s$/.test(text) || text.startsWith("'")
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
