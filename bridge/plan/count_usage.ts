import type {
  CarrierText,
  HourlyEnds,
  Line,
  MonthOfLine,
  Rules,
} from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import {
  dayOf,
  type Month,
  monthOf,
  monthStart,
  nextReset,
} from "../sms/month.ts";
import { tsToMs } from "../sms/place.ts";
import { RUN_LIFE, SKEW } from "../timing.ts";
import { linesOf } from "./count_used.ts";
import type { LinesRecord } from "./lines_record.ts";
import { IN_LINE } from "./plan.ts";
import { tellUsed } from "./tell_used.ts";

/** Longer than any day. */
const A_DAY = 26 * 60 * 60 * 1000;

/**
 * Counts what the lines have sent and received, this month and what is missing of the last, by the carrier's record.
 * A day that is not over is counted anew each time, so counting twice, or by two at once, changes nothing. What is
 * younger than a run is left out: the carrier's list may not have it yet. Where nothing was texted since the last count,
 * that one stands.
 */
export async function countUsage(
  ends: HourlyEnds,
  rules: Rules,
  connected: Line[],
  record: LinesRecord,
): Promise<void> {
  const { conversations, usage } = ends;
  const { timeZone } = rules;
  const until = Math.floor((record.at - RUN_LIFE - 2 * SKEW) / 1000) * 1000;
  const start = monthStart(until, timeZone);
  const months = [start - 1, start].map((at) => monthSpan(at, timeZone));
  const [, current] = months;
  const month = monthOf(start, timeZone);
  const lines = await linesOf(ends, rules, month, connected);
  const last = await standingCount(rules, month, lines, record);
  if (last) return await settleUsageThread(ends, rules, month, last.segments);
  const rows = (await usage.find(months.map(({ month }) => month), lines))
    .filter((row) => row.timeZone === timeZone);
  let segments = 0;
  for (const line of lines) {
    for (const span of months) {
      const row = rows.find((each) =>
        each.line === line && each.month === span.month
      );
      const counted = await countMonth(
        ends,
        record,
        line,
        span,
        row,
        until,
        timeZone,
      );
      if (span === current) segments += segmentsIn(counted);
      // Another catch-up is ahead of this one.
      if (counted.until > until) return;
    }
  }
  const counted = { month, timeZone, until, segments, lines };
  if (lines.length > 0) await conversations.saveRules({ counted });
  await settleUsageThread(ends, rules, month, segments);
}

/** The last count, where it is of this month and these lines, and nothing has been texted since. */
async function standingCount(
  { counted, timeZone }: Rules,
  month: Month,
  lines: E164[],
  record: LinesRecord,
): Promise<Rules["counted"]> {
  const isOfThese = counted !== null && counted.month === month &&
    counted.timeZone === timeZone && String(counted.lines) === String(lines);
  if (!isOfThese) return null;
  for (const line of lines) {
    const texts = await record.textsOf(line, counted.until);
    if (texts.length > 0) return null;
  }
  return counted;
}

interface Span {
  month: Month;
  begin: number;
  end: number;
}

function monthSpan(at: number, timeZone: string): Span {
  return {
    month: monthOf(at, timeZone),
    begin: monthStart(at, timeZone),
    end: nextReset(at, timeZone),
  };
}

/** Brings a line's row for a month up to a moment (milliseconds), or to its end; days that are over stay as they are. */
async function countMonth(
  ends: HourlyEnds,
  record: LinesRecord,
  line: E164,
  { month, begin, end }: Span,
  row: MonthOfLine | undefined,
  until: number,
  timeZone: string,
): Promise<MonthOfLine> {
  const last = Math.min(end, until);
  if (row && row.until >= last) return row;
  const firstDay = row ? dayOf(row.until - 1, timeZone) : 1;
  const since = Math.max(begin, row ? row.until - A_DAY : begin);
  const texts = (await record.textsOf(line, since)).filter(({ createdAt }) =>
    createdAt >= begin && createdAt < last &&
    dayOf(createdAt, timeZone) >= firstDay
  );
  const counted: MonthOfLine = {
    month,
    line,
    timeZone,
    until: last,
    sent: (row?.sent ?? []).slice(0, firstDay - 1),
    received: (row?.received ?? []).slice(0, firstDay - 1),
    people: (row?.people ?? []).filter(({ day }) => day < firstDay),
  };
  for (const text of texts) {
    const days = text.inbound ? counted.received : counted.sent;
    const day = dayOf(text.createdAt, timeZone);
    while (days.length < day) days.push(0);
    days[day - 1] = (days[day - 1] ?? 0) + text.segments;
  }
  counted.people.push(...await senders(ends, texts, timeZone));
  await ends.usage.save(counted);
  return counted;
}

/** Who sent how many segments on which day, as far as a person did. */
async function senders(
  { messages }: HourlyEnds,
  texts: CarrierText[],
  timeZone: string,
): Promise<MonthOfLine["people"]> {
  const sent = texts.filter(({ inbound }) => !inbound);
  const rows = await messages.findAll(sent.map(({ sid }) => sid));
  const found = new Map<string, MonthOfLine["people"][number]>();
  for (const { sid, createdAt, segments } of sent) {
    const person = rows.find((row) => row.sid === sid)?.by;
    if (!person) continue;
    const day = dayOf(createdAt, timeZone);
    const key = `${day} ${person}`;
    const entry = found.get(key) ?? { day, person, segments: 0 };
    entry.segments += segments;
    found.set(key, entry);
  }
  return [...found.values()];
}

/** All segments of a month's row. */
export function segmentsIn({ sent, received }: MonthOfLine): number {
  return [...sent, ...received].reduce((sum, each) => sum + each, 0);
}

/** Says what is used where nobody has said so, and clears away the reservations of runs that are long over. */
async function settleUsageThread(
  ends: HourlyEnds,
  rules: Rules,
  month: Month,
  used: number,
): Promise<void> {
  const { clock, desk, usageThread } = ends;
  const { monthlyLimit: limit, usageThread: thread } = rules;
  if (!thread) return;
  if (limit !== null) await tellUsed(ends, { month, limit, used }, rules);
  const { reservations } = await usageThread.read(thread, 0);
  for (const reservation of reservations) {
    const age = clock.now() - tsToMs(reservation.ts);
    if (age > IN_LINE) await desk.remove(reservation);
  }
}
