import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const HOUR = 3_600_000;

story(
  "who waits too long is reminded of: the assignee once, then the channel once",
  async ({ scene, maya, noah, texts, dana }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("teamwork");
    const form = await dana.expectModal("Teamwork", /Remind/);
    await form.submit({
      assigns_first: ["first"],
      nudge_after: "90",
      opens: "0",
      closes: "24",
    });
    const saved = await dana.expectModal("Teamwork", /Saved/);
    assert.match(await saved.words(), /longer than 90 minutes/);
    await maya.text("hello");
    const hers = await texts.expectMessage(/0142/);
    await hers.expectReply("hello");
    await hers.reply(dana, "hi");
    await maya.expectText("hi");
    await hers.expectUnpinned();
    await maya.text("and?");
    await hers.expectReply("and?");
    await noah.text("anybody there?");
    const his = await texts.expectMessage(/0171/);
    await his.expectReply("anybody there?");
    await scene.pass(2.2 * HOUR);
    await hers.expectReply(/still waiting/);
    await texts.expectMessage(/Still waiting.*0171/);
    await scene.pass(2 * HOUR);
    await texts.expectMessage(/Still waiting.*0142/);
    await scene.pass(5 * HOUR);
    const said = (await texts.messages())
      .filter(({ text }) => /Still waiting/.test(text));
    assert.equal(said.length, 2);
  },
);

story(
  "nobody is assigned by answering where that is switched off, nor reminded where nothing was set",
  async ({ scene, maya, texts, dana }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("teamwork");
    const form = await dana.expectModal("Teamwork", /Remind/);
    await form.submit({ assigns_first: [], opens: "9", closes: "17" });
    await dana.expectModal("Teamwork", /stay unassigned/);
    const card = await maya.begins(texts, "hello");
    await card.reply(dana, "hi");
    await maya.expectText("hi");
    await card.expectWords(/State.*Open/);
    await card.expectNoWords(/Assigned to/);
    await maya.text("still here");
    await card.expectReply("still here");
    await scene.pass(30 * HOUR);
  },
);
