import type { Ends, Opening } from "../ports.ts";
import { lineOf } from "./line_of.ts";

/** The lines that a text can be sent from, the one that sends by itself in a channel first; none if there is no choice. */
export async function offeredLines(
  ends: Ends,
  channel: string | undefined,
): Promise<Opening[]> {
  const [lines, usual] = await Promise.all([
    ends.lines.all(),
    lineOf(ends, channel),
  ]);
  if (lines.length < 2) return [];
  const openings = await ends.conversations.openings(
    lines.map(({ number }) => number),
  );
  const first = openings.filter(({ line }) => line === usual);
  const others = openings.filter(({ line }) => line !== usual);
  return openings.length < 2 ? [] : [...first, ...others];
}
