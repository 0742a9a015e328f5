import assert from "node:assert/strict";
import { inLine, limitTo, received } from "../support/plan.ts";
import { story } from "../support/story.ts";

const MINUTE = 60_000;

/** Where the workspace's clocks are, the moment at which their month ends, and the day it is then. */
const ENDS: { zone: string; end: string; day: string }[] = [
  // Half an hour beside the others, and a new year.
  { zone: "Asia/Kolkata", end: "2026-12-31T18:30Z", day: "January 1" },
  // After 28 days.
  { zone: "America/New_York", end: "2027-03-01T05:00Z", day: "March 1" },
  // Clocks went forward within the month: it is an hour shorter.
  { zone: "Europe/London", end: "2027-03-31T23:00Z", day: "April 1" },
  // Clocks were put back within it: an hour longer.
  { zone: "Europe/Berlin", end: "2026-10-31T23:00Z", day: "November 1" },
  // A leap year, where the day begins last.
  { zone: "Pacific/Pago_Pago", end: "2028-03-01T11:00Z", day: "March 1" },
];

for (const { zone, end, day } of ENDS) {
  story(
    `what is used counts until ${day} in ${zone}, to the minute`,
    async (told) => {
      const { scene, maya, texts, dana } = told;
      const form = await dana.openSettings(texts);
      await form.submit({ time_zone: zone });
      await (await dana.expectModal("Settings", /Saved/)).close();
      const card = await received(told, 3);
      await limitTo(told, 3);
      await scene.pass(Date.parse(end) - 5 * MINUTE - scene.clock.now());
      await texts.expectMessage(/used up: 3 of 3/);
      const early = await card.reply(dana, "too early");
      const notice = await card.expectReply(
        new RegExp(`starts again on ${day}:`),
      );
      await early.expectMarks("x");
      await scene.pass(Date.parse(end) + 10_000 - scene.clock.now());
      await dana.pressButton(notice, "retry");
      await maya.expectText("too early");
      await early.expectMarks("heavy_check_mark", "vibration_mode");
      await inLine(told);
      const dashboard = await dana.openDashboard(texts);
      await dashboard.click("usage");
      const usage = await dana.expectModal("Usage", /segments used/);
      assert.match(await usage.words(), /\*1 of 3\* segments used/);
    },
    { begins: Date.parse(end) - 3 * 60 * MINUTE },
  );
}
