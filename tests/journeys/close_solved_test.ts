import assert from "node:assert/strict";
import type { Message } from "../support/channel.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A conversation of Maya's that Dana has solved. */
async function solved({ maya, texts, dana }: Story): Promise<Message> {
  const card = await maya.begins(texts, "hello");
  await dana.pressButton(card, "solve");
  await card.expectWords(/State.*Solved/);
  return card;
}

/** Changes after how many days what is solved is closed. */
async function closeAfter({ dana, texts }: Story, days: string) {
  const dashboard = await dana.openDashboard(texts);
  await dashboard.click("teamwork");
  const form = await dana.expectModal("Teamwork", /Close what is solved/);
  const before = await form.words();
  await form.submit({ opens: "9", closes: "17", closes_after: days });
  await dana.expectModal("Teamwork", /Saved/);
  await dana.closeAll();
  return before;
}

story(
  "what has been solved for four days is closed, in place and without a word, and opens again when its contact texts",
  async (told) => {
    const { scene, maya } = told;
    const card = await solved(told);
    const said = (await card.replies()).length;
    await scene.passIdly(3.9 * DAY);
    await card.expectWords(/State.*Solved/);
    await scene.pass(0.2 * DAY);
    await card.expectWords(/State.*Closed/);
    assert.equal((await card.replies()).length, said);
    assert.equal(await card.isPinned(), false);
    await maya.text("one more thing");
    await card.expectReply("one more thing");
    await card.expectWords(/State.*Open/);
    await card.expectPinned();
  },
);

story(
  "what was solved by a run that died before it forgot when it was to come back stays solved, and is closed",
  async (told) => {
    const { scene, maya, line } = told;
    const card = await solved(told);
    await scene.asApp("apps.datastore.put", {
      datastore: "lines",
      item: {
        number: `${line}:${maya.number}`,
        back_at: scene.world.clock.now() + HOUR,
      },
    });
    await scene.pass(DAY);
    await card.expectWords(/State.*Solved/);
    await scene.passIdly(4.1 * DAY);
    await card.expectWords(/State.*Closed/);
  },
);

story(
  "what was opened again is not closed; the days count from when it was solved last",
  async (told) => {
    const { scene, dana, maya } = told;
    const card = await solved(told);
    await scene.passIdly(3 * DAY);
    await maya.text("and?");
    await card.expectReply("and?");
    await scene.pass(2 * DAY);
    await card.expectWords(/State.*Open/);
    await card.expectPinned();
    await dana.pressButton(card, "solve");
    await card.expectWords(/State.*Solved/);
    await scene.passIdly(3 * DAY);
    await card.expectWords(/State.*Solved/);
    await scene.pass(1.2 * DAY);
    await card.expectWords(/State.*Closed/);
  },
);

story(
  "the team chooses after how many days, also for what is solved already; empty means never",
  async (told) => {
    const { scene, dana, noah, texts } = told;
    assert.match(await closeAfter(told, "1"), /"initial_value":"4"/);
    const card = await solved(told);
    await scene.pass(1.1 * DAY);
    await card.expectWords(/State.*Closed/);
    assert.match(await closeAfter(told, ""), /"initial_value":"1"/);
    await noah.text("hi");
    const other = await texts.expectMessage(/0171/);
    await other.expectReply("hi");
    await dana.pressButton(other, "solve");
    await other.expectWords(/State.*Solved/);
    await scene.passIdly(9 * DAY);
    await other.expectWords(/State.*Solved/);
  },
);

story(
  "a closed conversation is opened, answered or solved again like any, weeks later",
  async (told) => {
    const { scene, dana, will, maya } = told;
    const card = await solved(told);
    await scene.passIdly(31 * DAY);
    await card.expectWords(/State.*Closed/);
    await will.pressButton(card, "open");
    await card.expectWords(/State.*Open/);
    await card.reply(dana, "are you well?");
    await maya.expectText("are you well?");
    const form = await dana.openAssign(card);
    await form.submit({ state: "closed", priority: "normal" });
    await card.expectWords(/State.*Closed/);
    await card.reply(dana, "hello?");
    await maya.expectText("hello?");
    await card.expectWords(/State.*Open/);
  },
);
