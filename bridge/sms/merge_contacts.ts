import type { E164 } from "./e164.ts";
import { type Country, parsePhoneNumber } from "./phone_number.ts";
import {
  cleanNotes,
  cleanTags,
  type RefusedLine,
  type WrittenContact,
} from "./written_contact.ts";

/** A contact of which everything is known that a file said of its number. */
export interface MergedContact {
  number: E164;
  name: string;
  tags: string[];
  notes: string;
  optedOut: boolean;
  /** The line that had the number first, counted from 1. */
  line: number;
}

/** What became of each contact in a file. */
export interface MergeReport {
  /** One for each number. */
  taken: MergedContact[];
  /** Lines whose number an earlier line had, into which they went. */
  merged: { line: number; into: number }[];
  refused: RefusedLine[];
}

/**
 * Makes one contact of all that have the same number, however it was written; one without a country's code is read in `homeCountry`.
 * The first name stands, tags and notes add up, and who opted out once is out.
 */
export function mergeContacts(
  written: readonly WrittenContact[],
  homeCountry: Country,
): MergeReport {
  const byNumber = new Map<E164, MergedContact>();
  const merged: MergeReport["merged"] = [];
  const refused: RefusedLine[] = [];
  for (const { line, number, name, tags, notes, optedOut } of written) {
    const read = parsePhoneNumber(unrounded(number), homeCountry);
    if (!read.ok) {
      const reason = isRounded(number)
        ? `A spreadsheet has rounded the number to ${number.trim()}; show its column as text and export it again.`
        : read.why;
      refused.push({ line, reason });
      continue;
    }
    const first = byNumber.get(read.number);
    if (!first) {
      const contact = {
        number: read.number,
        name,
        tags,
        notes,
        optedOut,
        line,
      };
      byNumber.set(read.number, contact);
      continue;
    }
    byNumber.set(read.number, {
      ...first,
      name: first.name || name,
      tags: cleanTags([...first.tags, ...tags].join(",")),
      notes: bothNotes(first.notes, notes),
      optedOut: first.optedOut || optedOut,
    });
    // The same number twice in one line is nothing to report.
    if (first.line !== line) merged.push({ line, into: first.line });
  }
  return { taken: [...byNumber.values()], merged, refused };
}

/** The first notes, and under them what the others add. */
export function bothNotes(first: string, more: string): string {
  return first.split("\n").includes(more) || first.includes(more)
    ? first
    : cleanNotes(`${first}\n${more}`);
}

function isRounded(number: string): boolean {
  return /^\s*\d(?:[.,]\d+)?E\+?\d+\s*$/i.test(number);
}

// Some programs write whole numbers as 14155550142.0.
function unrounded(number: string): string {
  return number.replace(/^(\s*\d{7,15})\.0+\s*$/, "$1");
}
