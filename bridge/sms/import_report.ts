import type { MergedContact } from "./merge_contacts.ts";
import { formatForPeople } from "./readable_number.ts";
import type { RefusedLine } from "./written_contact.ts";

/** What became of a contact: added, changed, or as it was. */
export type Outcome = "a" | "c" | "s";

/** What a file held, each number once. */
export interface ImportPlan {
  taken: MergedContact[];
  merged: { line: number; into: number }[];
  refused: RefusedLine[];
}

const OUTCOMES: Record<string, string> = {
  a: "added",
  c: "changed",
  s: "as it was",
};

/** An import in one sentence. */
export function importSummary(
  { taken, merged, refused }: ImportPlan,
  outcomes: string,
): string {
  const count = (outcome: string) => outcomes.split(outcome).length - 1;
  const optedOut = taken.filter((each) => each.optedOut).length;
  const parts = [
    `${count("a")} added`,
    `${count("c")} changed`,
    `${count("s")} as they were`,
    ...(merged.length > 0
      ? [`${merged.length} merged with another line of the same number`]
      : []),
    `${refused.length} refused`,
  ];
  const out = optedOut > 0 ? ` Opted out, as it says: ${optedOut}.` : "";
  return `${parts.join(", ")}.${out}`;
}

/** What became of each line, in the order of the lines. */
export function importReport(
  { taken, merged, refused }: ImportPlan,
  outcomes: string,
): string {
  const lines = [
    ...taken.map(({ line, name, number, optedOut }, at) => {
      const what = OUTCOMES[outcomes[at] ?? ""] ?? "not done";
      const who = name ? `${name}, ` : "";
      const out = optedOut ? ", opted out" : "";
      return { line, words: `${what}: ${who}${formatForPeople(number)}${out}` };
    }),
    ...merged.map(({ line, into }) => ({
      line,
      words: `merged with line ${into}, which has the same number`,
    })),
    ...refused.map(({ line, reason }) => ({
      line,
      words: `refused: ${reason}`,
    })),
  ];
  return lines.sort((a, b) => a.line - b.line)
    .map(({ line, words }) => `Line ${line}: ${words}\n`).join("");
}
