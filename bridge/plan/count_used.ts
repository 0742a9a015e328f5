import type { CarrierText, Ends, Line, Rules } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { type Month, monthOf, monthStart } from "../sms/month.ts";

/** What has been used, by the carrier's record. */
interface Used {
  /** Segments of one of the months that were asked for, sent and received. */
  total(month: Month): number;
  /** What the carrier was asked for: all since the moment that was given, at least. */
  texts: CarrierText[];
}

/**
 * Counts what has been used of a month: what catch-up has counted, and the carrier's record since. The table of
 * lines is read whole: it is short, and nothing but it says which lines there are.
 * @param at a moment of the month (milliseconds); later months are counted as well, as far as they have begun.
 * @param since how far back (milliseconds) the carrier's record is wanted in any case.
 */
export async function countUsed(
  ends: Ends,
  rules: Rules,
  at: number,
  since: number,
): Promise<Used> {
  const { counted, timeZone } = rules;
  const month = monthOf(at, timeZone);
  const lines = await linesOf(ends, rules, month);
  const isUsable = counted !== null && counted.timeZone === timeZone &&
    counted.month === month && String(counted.lines) === String(lines);
  const known = isUsable ? counted : null;
  const from = known?.until ?? monthStart(at, timeZone);
  const listed = await Promise.all(
    lines.map((line) => textsOf(ends, line, Math.min(from, since))),
  );
  // A text from one line to another is on two lists.
  const texts = [
    ...new Map(listed.flat().map((text) => [text.sid, text])).values(),
  ];
  return {
    texts,
    total: (month) =>
      texts
        .filter(({ createdAt }) =>
          createdAt >= from && monthOf(createdAt, timeZone) === month
        )
        .reduce(
          (sum, { segments }) => sum + segments,
          known?.month === month ? known.segments : 0,
        ),
  };
}

/**
 * The lines that a month's usage is counted of, always in the same order: those that are connected, and those that
 * were when catch-up counted it last.
 * @param connected the former, where they have just been read.
 */
export async function linesOf(
  { lines }: Ends,
  { counted }: Rules,
  month: Month,
  connected?: Line[],
): Promise<E164[]> {
  const now = (connected ?? await lines.all()).map(({ number }) => number);
  const before = counted?.month === month ? counted.lines : [];
  return [...new Set([...now, ...before])].sort();
}

/** All that a line has sent and received since a moment (milliseconds). */
export async function textsOf(
  { carrier }: Ends,
  line: E164,
  since: number,
): Promise<CarrierText[]> {
  const [received, sent] = await Promise.all([
    carrier.receivedSince(line, since),
    carrier.sentSince(line, since),
  ]);
  return [
    ...received.filter(({ inbound }) => inbound),
    ...sent.filter(({ inbound }) => !inbound),
  ];
}
