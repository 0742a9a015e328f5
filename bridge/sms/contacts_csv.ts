import { csvFile, guarded } from "./csv_file.ts";
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

/** Contacts as a CSV file, which an import reads back as they were. */
export function contactsCsv(contacts: readonly ExportedContact[]): string {
  const rows = contacts.map(({ name, number, tags, notes, optedOut }) => [
    guarded(name),
    // A plus and digits only, which calculate to themselves: other programs want them as they are.
    number,
    guarded(tags.join("; ")),
    guarded(notes),
    optedOut ? "yes" : "no",
  ]);
  return csvFile([HEADER, ...rows]);
}
