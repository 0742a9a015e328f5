import type { AllEnds, MonthOfLine } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import {
  type Month,
  monthOf,
  monthStart,
  nextReset,
  previousMonths,
} from "../sms/month.ts";
import { segmentsIn } from "./count_usage.ts";
import { linesOf, textsOf } from "./count_used.ts";

/** What has been used of the plan, and by whom. */
export interface UsageReport {
  /** Segments of this month, sent and received. */
  used: number;
  /** Null for no limit. */
  limit: number | null;
  /** When the next month begins (milliseconds). */
  resetsAt: number;
  timeZone: string;
  lines: { line: E164; sent: number; received: number }[];
  /** Who sent most comes first; null for workflows and what cannot be told. */
  people: { person: string | null; segments: number }[];
  /** This month and those before it, the oldest first. */
  months: { month: Month; segments: number }[];
}

/** How many months are told, this one included. */
const MONTHS = 12;

/** Reports usage: what catch-up has counted, and of this month what the carrier has had since. */
export async function usageReport(ends: AllEnds): Promise<UsageReport> {
  const { clock, conversations, usage } = ends;
  const rules = await conversations.rules();
  const { monthlyLimit, timeZone } = rules;
  const now = clock.now();
  const month = monthOf(now, timeZone);
  const numbers = await linesOf(ends, rules, month);
  const months = [...previousMonths(month, MONTHS - 1), month];
  const rows = await usage.find(months, numbers);
  const current = await Promise.all(numbers.map((line) => {
    const row = rows.find((each) =>
      each.line === line && each.month === month && each.timeZone === timeZone
    );
    const begin = monthStart(now, timeZone);
    return lineUsage(ends, line, row, row?.until ?? begin);
  }));
  const used = sum(current.map(({ sent, received }) => sent + received));
  return {
    used,
    limit: monthlyLimit,
    resetsAt: nextReset(now, timeZone),
    timeZone,
    lines: current.map(({ line, sent, received }) => ({
      line,
      sent,
      received,
    })),
    people: peopleIn(current),
    months: months.map((each) => ({
      month: each,
      segments: each === month
        ? used
        : sum(rows.filter((row) => row.month === each).map(segmentsIn)),
    })),
  };
}

interface LineUsage {
  line: E164;
  sent: number;
  received: number;
  people: { person: string; segments: number }[];
}

/** What a line has used: what its row says, and what came after. */
async function lineUsage(
  ends: AllEnds,
  line: E164,
  row: MonthOfLine | undefined,
  until: number,
): Promise<LineUsage> {
  const texts = (await textsOf(ends, line, until))
    .filter(({ createdAt }) => createdAt >= until);
  const sent = texts.filter(({ inbound }) => !inbound);
  const messages = await ends.messages.findAll(sent.map(({ sid }) => sid));
  const lately = sent.flatMap(({ sid, segments }) => {
    const person = messages.find((each) => each.sid === sid)?.by;
    return person ? [{ person, segments }] : [];
  });
  const received = texts.filter(({ inbound }) => inbound);
  const weight = (them: { segments: number }[]) =>
    sum(them.map(({ segments }) => segments));
  return {
    line,
    sent: sum(row?.sent ?? []) + weight(sent),
    received: sum(row?.received ?? []) + weight(received),
    people: [...row?.people ?? [], ...lately],
  };
}

function peopleIn(lines: LineUsage[]): UsageReport["people"] {
  const people = new Map<string, number>();
  for (const { person, segments } of lines.flatMap(({ people }) => people)) {
    people.set(person, (people.get(person) ?? 0) + segments);
  }
  const told = [...people].map(([person, segments]) => ({ person, segments }))
    .sort((a, b) => b.segments - a.segments);
  const rest = sum(lines.map(({ sent }) => sent)) - sum([...people.values()]);
  return rest > 0 ? [...told, { person: null, segments: rest }] : told;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
