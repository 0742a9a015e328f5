import assert from "node:assert/strict";
import fc from "fast-check";
import { barChart, bars } from "../../bridge/sms/bars.ts";
import {
  dayOf,
  isTimeZone,
  monthOf,
  monthStart,
  nextReset,
  previousMonths,
} from "../../bridge/sms/month.ts";

const MINUTE = 60_000;

function reset(moment: string, timeZone: string): string {
  return new Date(nextReset(Date.parse(moment), timeZone)).toISOString()
    .replace(".000Z", "Z");
}

Deno.test("a month is that of the clocks on the wall", () => {
  const moment = Date.parse("2026-03-01T04:59:59.999Z");
  assert.equal(monthOf(moment, "UTC"), "2026-03");
  assert.equal(monthOf(moment, "America/New_York"), "2026-02");
  assert.equal(monthOf(moment + 1, "America/New_York"), "2026-03");
  assert.equal(
    monthOf(Date.parse("2025-12-31T18:30Z"), "Asia/Kolkata"),
    "2026-01",
  );
  assert.equal(monthOf(0, "Pacific/Honolulu"), "1969-12");
});

Deno.test("the next month begins at the first instant of its first day", () => {
  const known: [string, string, string][] = [
    ["2026-02-10T12:00Z", "UTC", "2026-03-01T00:00:00Z"],
    ["2026-02-10T12:00Z", "America/New_York", "2026-03-01T05:00:00Z"],
    // Clocks went forward in the month.
    ["2026-03-01T12:00Z", "America/New_York", "2026-04-01T04:00:00Z"],
    ["2026-10-31T12:00Z", "Europe/London", "2026-11-01T00:00:00Z"],
    // Put back on the first itself, at two.
    ["2026-10-31T12:00Z", "America/Chicago", "2026-11-01T05:00:00Z"],
    ["2026-12-31T23:59Z", "Europe/London", "2027-01-01T00:00:00Z"],
    ["2027-01-01T00:00Z", "Europe/London", "2027-02-01T00:00:00Z"],
    ["2026-01-31T12:00Z", "Asia/Kolkata", "2026-01-31T18:30:00Z"],
    ["2026-01-31T12:00Z", "Asia/Kathmandu", "2026-01-31T18:15:00Z"],
    ["2026-01-31T10:00Z", "Pacific/Kiritimati", "2026-02-28T10:00:00Z"],
    ["2028-02-29T11:59Z", "Etc/GMT+12", "2028-03-01T12:00:00Z"],
    // The first of April 2016 began at one in Jordan, which skipped midnight.
    ["2016-03-31T12:00Z", "Asia/Amman", "2016-03-31T22:00:00Z"],
    // Egypt put its clocks back at what would have been November's first instant.
    ["2024-10-31T12:00Z", "Africa/Cairo", "2024-10-31T22:00:00Z"],
    // In Newfoundland November 2009 began, was put back after a minute, and began again.
    ["2009-10-31T12:00Z", "America/St_Johns", "2009-11-01T02:30:00Z"],
    ["2009-11-01T02:31Z", "America/St_Johns", "2009-11-01T03:30:00Z"],
    ["2009-11-01T02:30Z", "America/St_Johns", "2009-12-01T03:30:00Z"],
  ];
  for (const [moment, zone, expected] of known) {
    assert.equal(reset(moment, zone), expected, `${moment} ${zone}`);
  }
});

const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const moments = fc.integer({
  min: Date.parse("1990-01-01"),
  max: Date.parse("2045-01-01"),
});

// Asks every minute, with other means, whether the clock on the wall shows another month.
function askedEveryMinute(ms: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
  });
  const month = (at: number) => wall.format(at).slice(0, 7);
  let at = Math.floor(ms / MINUTE) * MINUTE + MINUTE;
  while (month(at) <= month(ms)) at += MINUTE;
  return at;
}

Deno.test("no minute before the reset is in another month", () => {
  fc.assert(
    fc.property(
      zones,
      moments,
      fc.integer({ min: 1, max: 20 * 60 }),
      (zone, moment, minutes) => {
        const near = nextReset(moment, zone) - minutes * MINUTE;
        assert.equal(nextReset(near, zone), askedEveryMinute(near, zone));
      },
    ),
    { numRuns: 60 },
  );
});

Deno.test("the instant before a reset is in one month, the reset in the next", () => {
  fc.assert(fc.property(zones, moments, (zone, moment) => {
    const next = nextReset(moment, zone);
    assert.ok(next > moment && next - moment < 32 * 24 * 60 * MINUTE);
    const month = monthOf(moment, zone);
    assert.equal(monthOf(next - 1, zone), month);
    assert.deepEqual(previousMonths(monthOf(next, zone), 1), [month]);
  }));
});

Deno.test("the months before one go back over the turn of the year", () => {
  assert.deepEqual(previousMonths("2026-02", 3), [
    "2025-11",
    "2025-12",
    "2026-01",
  ]);
  assert.deepEqual(previousMonths("2026-02", 0), []);
  const year = previousMonths("2026-03", 12);
  assert.equal(year.length, 12);
  assert.equal(year[0], "2025-03");
  assert.throws(() => previousMonths("March", 1), /not a month/);
});

Deno.test("a time zone is one that clocks are known of", () => {
  assert.ok(isTimeZone("America/Los_Angeles"));
  assert.ok(!isTimeZone("America/Clerkville"));
  assert.ok(!isTimeZone(""));
});

Deno.test("bars are as long as what they stand for", () => {
  assert.deepEqual(bars([0, 1, 50, 100, 25], 10), [
    "",
    "▏",
    "█████",
    "██████████",
    "██▌",
  ]);
  assert.deepEqual(bars([0, 0], 10), ["", ""]);
  assert.deepEqual(bars([], 10), []);
});

Deno.test("a greater value never has a shorter bar, and the greatest is full", () => {
  const order = "▏▎▍▌▋▊▉█";
  const length = (bar: string) =>
    bar === "" ? 0 : (bar.length - 1) * 8 + order.indexOf(bar.slice(-1)) + 1;
  fc.assert(fc.property(
    fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }),
    fc.integer({ min: 1, max: 40 }),
    (values, width) => {
      const lengths = bars(values, width).map(length);
      const sorted = [...values.keys()].sort((a, b) =>
        (values[a] ?? 0) - (values[b] ?? 0)
      ).map((index) => lengths[index] ?? 0);
      assert.deepEqual(sorted, [...sorted].sort((a, b) => a - b));
      assert.equal(
        Math.max(...lengths),
        Math.max(...values) > 0 ? width * 8 : 0,
      );
      values.forEach((value, index) =>
        assert.equal(value > 0, (lengths[index] ?? 0) > 0)
      );
    },
  ));
});

Deno.test("a chart has a label, a figure and a bar on each line", () => {
  const chart = barChart([
    { label: "Feb 2026", value: 0 },
    { label: "Mar 2026", value: 1234 },
    { label: "April", value: 617 },
  ], 8);
  assert.equal(
    chart,
    [
      "Feb 2026      0",
      "Mar 2026  1,234 ████████",
      "April       617 ████",
    ].join("\n"),
  );
  assert.equal(barChart([], 8), "");
});

Deno.test("a month starts where the one before was reset, and its days are those of the clocks on the wall", () => {
  const known: [string, string, string, number][] = [
    ["2026-03-31T23:59Z", "UTC", "2026-03-01T00:00:00Z", 31],
    // March is looked for from the end of January: February is passed.
    ["2026-03-01T05:00Z", "America/New_York", "2026-03-01T05:00:00Z", 1],
    ["2026-11-01T08:30Z", "America/Los_Angeles", "2026-11-01T07:00:00Z", 1],
    ["2026-11-30T12:00Z", "America/Los_Angeles", "2026-11-01T07:00:00Z", 30],
    ["2026-03-31T18:29Z", "Asia/Kolkata", "2026-02-28T18:30:00Z", 31],
    ["2026-03-31T18:30Z", "Asia/Kolkata", "2026-03-31T18:30:00Z", 1],
    ["2028-02-29T12:00Z", "Etc/GMT+12", "2028-02-01T12:00:00Z", 29],
  ];
  for (const [moment, zone, start, day] of known) {
    const ms = Date.parse(moment);
    assert.equal(monthStart(ms, zone), Date.parse(start), `${moment} ${zone}`);
    assert.equal(dayOf(ms, zone), day, `${moment} ${zone}`);
  }
  fc.assert(
    fc.property(zones, moments, (zone, moment) => {
      const start = monthStart(moment, zone);
      assert.ok(start <= moment);
      assert.equal(monthOf(start, zone), monthOf(moment, zone));
      assert.ok(monthOf(start - 1, zone) < monthOf(moment, zone));
    }),
    { numRuns: 60 },
  );
});
