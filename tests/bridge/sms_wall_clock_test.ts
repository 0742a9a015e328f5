import assert from "node:assert/strict";
import {
  afterOpenTime,
  openTime,
  tomorrowAtNine,
} from "../../bridge/sms/wall_clock.ts";

const at = (iso: string) => Date.parse(iso);

Deno.test("tomorrow at nine is told by the clocks on the wall", () => {
  const cases = [
    ["2026-11-21T23:30:00Z", "UTC", "2026-11-22T09:00:00Z"],
    // Still Friday the 20th in California.
    ["2026-11-21T05:00:00Z", "America/Los_Angeles", "2026-11-21T17:00:00Z"],
    ["2026-11-21T23:30:00Z", "Asia/Tokyo", "2026-11-23T00:00:00Z"],
    ["2026-12-31T12:00:00Z", "Europe/Berlin", "2027-01-01T08:00:00Z"],
  ] as const;
  for (const [now, timeZone, nine] of cases) {
    assert.equal(
      tomorrowAtNine(at(now), timeZone),
      at(nine),
      `${now} ${timeZone}`,
    );
  }
});

Deno.test("it is nine also where the clocks are changed in the night", () => {
  const cases = [
    ["2026-03-07T20:00:00Z", "America/New_York", "2026-03-08T13:00:00Z"],
    ["2026-10-31T20:00:00Z", "America/New_York", "2026-11-01T14:00:00Z"],
  ] as const;
  for (const [now, timeZone, nine] of cases) {
    assert.equal(tomorrowAtNine(at(now), timeZone), at(nine));
  }
});

Deno.test("only business hours count: not evenings, nights and weekends", () => {
  const hours = { opens: 9, closes: 17 };
  const HOUR = 3_600_000;
  const cases = [
    // Monday, within the day; into the evening; over the night; from before the day.
    ["2026-11-23T10:00:00Z", "2026-11-23T12:30:00Z", 2.5],
    ["2026-11-23T16:00:00Z", "2026-11-23T22:00:00Z", 1],
    ["2026-11-23T16:00:00Z", "2026-11-24T10:00:00Z", 2],
    ["2026-11-23T02:00:00Z", "2026-11-23T09:30:00Z", 0.5],
    // Friday evening to Monday morning.
    ["2026-11-20T16:30:00Z", "2026-11-23T09:30:00Z", 1],
    ["2026-11-21T08:00:00Z", "2026-11-22T20:00:00Z", 0],
  ] as const;
  for (const [from, to, open] of cases) {
    assert.equal(openTime(at(from), at(to), hours, "UTC"), open * HOUR, from);
  }
  const kyoto = openTime(
    at("2026-11-23T00:00:00Z"),
    at("2026-11-23T01:00:00Z"),
    hours,
    "Asia/Tokyo",
  );
  assert.equal(kyoto, HOUR);
});

Deno.test("what is due after so much of business hours is due in business hours", () => {
  const hours = { opens: 9, closes: 17 };
  const cases = [
    // Monday, within the day; as it ends; over the night; from before the day.
    ["2026-11-23T10:00:00Z", 30, "UTC", "2026-11-23T10:30:00Z"],
    ["2026-11-23T16:30:00Z", 30, "UTC", "2026-11-23T17:00:00Z"],
    ["2026-11-23T16:50:00Z", 30, "UTC", "2026-11-24T09:20:00Z"],
    ["2026-11-23T02:00:00Z", 15, "UTC", "2026-11-23T09:15:00Z"],
    // Friday evening, Saturday, and a week and more.
    ["2026-11-20T16:50:00Z", 30, "UTC", "2026-11-23T09:20:00Z"],
    ["2026-11-21T12:00:00Z", 60, "UTC", "2026-11-23T10:00:00Z"],
    ["2026-11-23T09:00:00Z", 41 * 60, "UTC", "2026-11-30T10:00:00Z"],
    ["2026-11-23T23:00:00Z", 60, "Asia/Tokyo", "2026-11-24T01:00:00Z"],
    // The clocks are changed over the weekend.
    ["2026-03-06T21:50:00Z", 30, "America/New_York", "2026-03-09T13:20:00Z"],
  ] as const;
  for (const [from, minutes, timeZone, due] of cases) {
    const ms = minutes * 60_000;
    const moment = afterOpenTime(at(from), ms, hours, timeZone);
    assert.equal(new Date(moment).toISOString(), new Date(due).toISOString());
    assert.equal(openTime(at(from), moment, hours, timeZone), ms);
  }
});

Deno.test("what is due in an hour that the clocks leave out is due when they show the next one", () => {
  // In Egypt a Friday begins at one o'clock.
  const from = at("2026-04-22T21:00:00Z");
  const hours = { opens: 0, closes: 24 };
  for (let minutes = 1; minutes < 3_000; minutes += 7) {
    const ms = minutes * 60_000;
    const due = afterOpenTime(from, ms, hours, "Africa/Cairo");
    assert(openTime(from, due, hours, "Africa/Cairo") >= ms, `${minutes}`);
  }
});
