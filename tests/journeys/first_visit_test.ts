import assert from "node:assert/strict";
import { getNumber, pressAbout } from "../support/more_places.ts";
import { story } from "../support/story.ts";

const NUMBER = "+14155550100";

story(
  "a Twilio account without any number: the list and the form say to get one, and it is listed once it is there",
  async ({ scene, dana, maya, texts }) => {
    const dashboard = await dana.openDashboard(texts);
    assert.match(await dashboard.words(), /Welcome to Clerk/);
    await dashboard.click("connect_line");
    const form = await dana.expectModal("Connect a line");
    const typed = { line: NUMBER, channel: texts.id };
    const { errors } = await form.submit(typed);
    assert.match(errors?.line ?? "", /no number yet.*Get one with SMS/);
    await form.close();
    await dashboard.click("lines");
    const board = await dana.expectModal("Lines & channels", /no number yet/);
    assert.match(await board.words(), /get one with SMS at Twilio/);
    assert.match(await board.words(), /No channel is connected yet/);
    await dana.closeAll();
    getNumber(scene, NUMBER);
    await (await dana.openDashboard(texts)).click("lines");
    const listed = await dana.expectModal("Lines & channels", /Not connected/);
    await pressAbout(listed, "connect_this_line", NUMBER);
    await (await dana.expectModal("Connect a line")).submit(typed);
    await dana.expectModal("Lines & channels", /Replies are texted/);
    await maya.text("hello?", NUMBER);
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hello?");
  },
  { before: "the first number" },
);

/** What each view says before a line is connected. */
const BEFORE: [way: string, title: string, words: RegExp][] = [
  ["lines", "Lines & channels", /415-555-0100.*Not connected.*No channel is/],
  ["usage", "Usage", /No line is connected/],
  ["routing", "Where texts go", /There are no rules yet/],
  ["contacts", "Contacts", /There are no contacts yet/],
  ["do_not_disturb", "Do Not Disturb", /Nobody is on the list/],
  ["consents", "Consent", /Nobody has opted out or in yet/],
  ["teamwork", "Teamwork", /./],
  ["settings", "Settings", /admins/],
];

story(
  "before any line is connected, everything else can be looked at and seen to",
  async ({ dana, texts }) => {
    const dashboard = await dana.openDashboard(texts);
    for (const [way, title, words] of BEFORE) {
      await dashboard.click(way);
      await (await dana.expectModal(title, words)).close();
    }
    await dashboard.click("lines");
    const board = await dana.expectModal("Lines & channels");
    await board.click("connect_channel");
    const form = await dana.expectModal("Connect a channel");
    const { errors } = await form.submit({ channel: texts.id });
    assert.match(errors?.channel ?? "", /Connect a line first/);
  },
  { before: "the first line" },
);

story(
  "a send form whose last line was taken off meanwhile says so, and what to do",
  async ({ dana, will, texts, general, maya, line }) => {
    const form = await will.openSendForm(texts);
    await (await dana.openDashboard(texts)).click("lines");
    const board = await dana.expectModal("Lines & channels", /Manage/);
    await pressAbout(board, "manage_line", line);
    await (await dana.expectModal("Line", /Take it off/)).click(
      "take_off_line",
    );
    await dana.expectModal("Line", /is taken off/);
    const typed = { to: maya.number, message: "hi" };
    const there = await form.submit({ ...typed, channel: texts.id });
    assert.match(there.errors?.message ?? "", /An admin can connect it in/);
    const elsewhere = await form.submit({ ...typed, channel: general.id });
    assert.match(
      elsewhere.errors?.to ?? "",
      /No line is connected.*one of your/,
    );
    await dana.closeAll();
    const dashboard = await dana.openDashboard(texts);
    assert.match(await dashboard.words(), /Welcome to Clerk.*Lines & channels/);
  },
);
