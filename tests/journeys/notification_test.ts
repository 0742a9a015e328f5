import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const QUIET = 3 * 60_000;

story(
  "the first text after three quiet minutes is shown in the channel too, those that follow are not",
  async ({ scene, maya, texts }) => {
    await maya.text("one");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("one");
    await scene.pass(10_000);
    await maya.text("two");
    await card.expectReply("two");
    await scene.pass(QUIET);
    await maya.text("three");
    await card.expectReply("three");
    await maya.text("four");
    await card.expectReply("four");
    const shown = (await texts.messages()).map(({ text }) => text);
    assert.equal(shown.length, 2, shown.join());
    assert.equal(shown[1], "three");
  },
);

story(
  "assignees are mentioned by the first text after three quiet minutes",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("hello");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hello");
    await card.reply(dana, "hi");
    await maya.expectText("hi");
    await maya.text("one more thing");
    const soon = await card.expectReply("one more thing");
    await soon.expectNoWords(new RegExp(dana.id));
    await scene.pass(QUIET);
    await maya.text("are you there?");
    const later = await card.expectReply("are you there?");
    await later.expectWords(new RegExp(`<@${dana.id}>`));
  },
);
