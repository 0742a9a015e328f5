import { csvFile, guarded } from "./csv_file.ts";
import type { E164 } from "./e164.ts";

/** What of an entry in the ledger of consent is written into a file. */
export interface ExportedConsent {
  contact: E164;
  name: string;
  what: string;
  /** Milliseconds. */
  at: number;
  how: string;
  by: string | null;
  line: E164 | null;
}

const HEADER = ["Phone", "Name", "What", "When (UTC)", "How", "By", "Line"];

/** The ledger of consent as a CSV file, in the order given. */
export function consentsCsv(entries: readonly ExportedConsent[]): string {
  return csvFile([
    HEADER,
    ...entries.map(({ contact, name, what, at, how, by, line }) => [
      contact,
      guarded(name),
      what,
      new Date(at).toISOString(),
      guarded(how),
      guarded(by ?? ""),
      line ?? "",
    ]),
  ]);
}
