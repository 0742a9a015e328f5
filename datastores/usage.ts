import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";
import { SettingsDatastore } from "./settings.ts";

const Row = z.object({
  id: z.string(),
  month: z.string(),
  line: PhoneNumber,
  time_zone: z.string(),
  /** Up to when (milliseconds) it is counted. */
  until: z.number(),
  /** Segments by day of the month. */
  sent: z.array(z.number()),
  received: z.array(z.number()),
  /** `day person segments`, one each. */
  people: z.array(z.string()),
});

interface MonthOfLine {
  month: string;
  line: E164;
  timeZone: string;
  until: number;
  sent: number[];
  received: number[];
  people: { day: number; person: string; segments: number }[];
}

const Table = tableOf(SettingsDatastore.name, Row);

/**
 * The only reader and writer of usage: what each line sent and received in each month, by `usage:month:line`. It shares
 * the table of the settings, since an app has at most ten.
 */
export class UsageTable {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async find(months: string[], lines: E164[]): Promise<MonthOfLine[]> {
    const keys = months.flatMap((month) =>
      lines.map((line) => keyOf(month, line))
    );
    return (await this.#rows.getAll(keys)).map((row) => ({
      month: row.month,
      line: row.line,
      timeZone: row.time_zone,
      until: row.until,
      sent: row.sent,
      received: row.received,
      people: row.people.map((written) => {
        const [day, person = "", segments] = written.split(" ");
        return { day: Number(day), person, segments: Number(segments) };
      }),
    }));
  }

  async save(
    { month, line, timeZone, until, sent, received, people }: MonthOfLine,
  ): Promise<void> {
    await this.#rows.put({
      id: keyOf(month, line),
      month,
      line,
      time_zone: timeZone,
      until,
      sent,
      received,
      people: people.map(({ day, person, segments }) =>
        `${day} ${person} ${segments}`
      ),
    });
  }
}

function keyOf(month: string, line: E164): string {
  return `usage:${month}:${line}`;
}
