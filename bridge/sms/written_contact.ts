/** A contact as somebody's file has it; its number has not been read yet. */
export interface WrittenContact {
  /** Where it stands in the source, counted from 1. */
  line: number;
  name: string;
  /** As written. */
  number: string;
  tags: string[];
  notes: string;
  /** Whether the file says that they do not want texts. */
  optedOut: boolean;
}

/** A line that was not taken, and one sentence on why. */
export interface RefusedLine {
  line: number;
  reason: string;
}

/** What a file held. */
export interface WrittenContacts {
  contacts: WrittenContact[];
  refused: RefusedLine[];
}

const LONGEST_NAME = 100;
// What Slack's input for several lines can edit: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
const LONGEST_NOTES = 3000;
const LONGEST_TAG = 50;

/** A name on one line, without control characters, cut at 100. */
export function cleanName(written: string): string {
  return cut(written.replace(/[\p{Cc}\s]+/gu, " "), LONGEST_NAME);
}

/** Notes with plain line breaks, cut at 3,000. */
export function cleanNotes(written: string): string {
  const lines = written.replace(/\r\n?/g, "\n");
  // deno-lint-ignore no-control-regex
  return cut(lines.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, ""), LONGEST_NOTES);
}

/**
 * The tags in a cell, once each. Commas, semicolons, bars and Google's ` ::: ` stand between tags and are never part of one; the
 * asterisk that marks Google's own groups is dropped, as is the group of all.
 */
export function cleanTags(written: string): string[] {
  const tags = new Map<string, string>();
  for (const piece of written.split(/[,;|\n]|:::/)) {
    const tag = cut(cleanName(piece).replace(/^[*\s]+/, ""), LONGEST_TAG);
    const key = tag.toLowerCase();
    if (tag && key !== "mycontacts" && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}

function cut(text: string, longest: number): string {
  const whole = text.toWellFormed().trim();
  if (whole.length <= longest) return whole;
  return [...whole].slice(0, longest).join("").trim();
}
