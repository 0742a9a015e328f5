import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const QUIET = 3 * 60_000;

story(
  "the first text after three quiet minutes is shown in the channel too, those that follow are not",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "one");
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
    const card = await maya.begins(texts, "hello");
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

story(
  "who is assigned and not in the channel hears of a text in a direct message, a channel by a link",
  async ({ scene, maya, texts, general, dana, ana }) => {
    await scene.surface.slack(ana.token, "conversations.leave", {
      channel: texts.id,
    });
    const card = await maya.begins(texts, "hello");
    const form = await dana.openAssign(card);
    await form.submit({
      assignees: [ana.id],
      channels: [general.id],
      state: "open",
      priority: "normal",
    });
    await general.expectMessage(/assigned you a conversation/);
    const said = async () =>
      (await ana.messagesFromApp()).map(({ text }) => text);
    await scene.eventually(
      "Ana to be told",
      async () =>
        (await said()).some((text) => /assigned you/.test(text)) || undefined,
    );
    await scene.pass(QUIET);
    await maya.text("are you there?");
    await card.expectReply("are you there?");
    await general.expectMessage(/new text from.*0142/);
    await scene.eventually(
      "Ana to be told of the text",
      async () =>
        (await said()).some((text) => /new text from/.test(text)) || undefined,
    );
    await maya.text("hello?");
    await card.expectReply("hello?");
    assert.equal((await said()).length, 2);
  },
);

story(
  "in a busy conversation nobody is mentioned, told or shown a text in the channel more than once",
  async ({ scene, maya, texts, general, dana, will, ana }) => {
    await scene.surface.slack(ana.token, "conversations.leave", {
      channel: texts.id,
    });
    const card = await maya.begins(texts, "hello");
    const form = await dana.openAssign(card);
    await form.submit({
      assignees: [will.id, ana.id],
      channels: [general.id],
      state: "open",
      priority: "normal",
    });
    await card.expectReply(/has assigned this to/);
    await general.expectMessage(/assigned you a conversation/);
    await scene.pass(QUIET);
    for (let each = 1; each <= 6; each++) {
      await maya.text(`news ${each}`);
      const shown = await card.expectReply(`news ${each}`);
      if (each === 1) {
        await shown.expectWords(new RegExp(`<@${will.id}>`));
        await general.expectMessage(/new text from/);
      } else await shown.expectNoWords(new RegExp(`<@${will.id}>`));
      if (each % 2 === 0) await card.reply(dana, `answer ${each}`);
      if (each % 2 === 0) await maya.expectText(`answer ${each}`);
      await scene.pass(QUIET - 30_000);
    }
    const broadcast = (await texts.messages())
      .filter(({ text }) => text.startsWith("news"));
    assert.deepEqual(broadcast.map(({ text }) => text), ["news 1"]);
    const told = (await ana.messagesFromApp())
      .filter(({ text }) => /new text from/.test(text));
    assert.equal(told.length, 1);
  },
);
