import assert from "node:assert/strict";
import { tomorrowAtNine } from "../../bridge/sms/wall_clock.ts";

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
