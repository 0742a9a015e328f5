import assert from "node:assert/strict";
import { manage } from "../support/more_places.ts";
import { story } from "../support/story.ts";
import type { Channel } from "../support/channel.ts";
import type { Teammate } from "../support/teammate.ts";
import type { Scene } from "../support/scene.ts";

const HOUR = 60 * 60 * 1000;

/** Switches a channel to replies to the app only. */
async function textOnlyAddressed(who: Teammate, channel: Channel) {
  const view = await manage(who, channel, channel);
  await view.click("text_addressed");
  await who.expectModal("Channel", /Only replies that start with @Clerk/);
}

function botOf(scene: Scene): string {
  return scene.world.slack.workspace.bot.user_id;
}

story(
  "where only replies to @Clerk are texted, others stay inside with 🔒, and the mention never reaches the phone",
  async ({ scene, maya, texts, dana, will }) => {
    await textOnlyAddressed(dana, texts);
    const card = await maya.begins(texts, "is my bike ready?");
    await card.expectWords(/Begin a reply in this thread with <@/);
    const talk = await card.reply(will, "who knows?");
    await talk.expectMarks("lock");
    await card.expectPinned();
    const reply = await card.reply(dana, `<@${botOf(scene)}> It is!`);
    await maya.expectText("It is!");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    const note = await card.reply(dana, `<@${botOf(scene)}> note: call her`);
    await note.expectMarks("lock");
    await maya.expectNoText();
  },
);

story(
  "where all replies are texted, a mention of @Clerk at their beginning is left out all the same",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await card.reply(dana, `<@${botOf(scene)}> hello`);
    await maya.expectText("hello");
  },
);

story(
  "a switch is written at once on the cards that wait for an answer",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await card.expectWords(/Reply in this thread to text back/);
    await textOnlyAddressed(dana, texts);
    await card.expectWords(/Begin a reply in this thread with <@/);
    const view = await dana.expectModal("Channel");
    await view.click("text_all");
    await dana.expectModal("Channel", /Replies are texted/);
    await card.expectWords(/Reply in this thread to text back/);
    await card.reply(dana, "hello");
    await maya.expectText("hello");
  },
);

story(
  "a remark that no event was fired for is not texted by catch-up after a switch, however often it is switched",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await textOnlyAddressed(dana, texts);
    const mend = scene.dropEvents();
    const remark = await card.reply(will, "do not tell her");
    await scene.pass(1_000);
    const view = await dana.expectModal("Channel");
    await view.click("text_all");
    await dana.expectModal("Channel", /Replies are texted/);
    const reply = await card.reply(will, "come at six");
    mend();
    await scene.pass(HOUR + 60_000);
    await maya.expectText("come at six");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await remark.expectMarks("lock");
    await maya.expectNoText();
  },
);

story(
  "a remark found hours later gets its 🔒, and no Retry that would text it",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await textOnlyAddressed(dana, texts);
    scene.dropEvents();
    const remark = await card.reply(will, "do not tell her");
    const slack = (method: string) =>
      scene.surface.slack(dana.token, method, { channel: texts.id });
    await slack("conversations.archive");
    await scene.pass(4 * HOUR);
    await slack("conversations.unarchive");
    await scene.pass(HOUR);
    await remark.expectMarks("lock");
    assert.equal((await card.replies()).length, 2);
  },
);

story(
  "a remark stays inside also under a card that was answered before the switch, and still asks for any reply",
  async ({ maya, texts, dana, will }) => {
    await maya.text("is my bike ready?");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("is my bike ready?");
    await card.reply(dana, "It is!");
    await maya.expectText("It is!");
    await card.expectUnpinned();
    await textOnlyAddressed(dana, texts);
    await card.expectWords(/Reply in this thread to text back/);
    const remark = await card.reply(will, "at last");
    await remark.expectMarks("lock");
    await maya.expectNoText();
  },
);

story(
  "a remark whose run died before it knew better gets its 🔒, and no Retry that would text it",
  async ({ scene, maya, texts, dana, will }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await textOnlyAddressed(dana, texts);
    const mend = scene.dropEvents();
    const remark = await card.reply(will, "do not tell her");
    mend();
    await scene.asApp("reactions.add", {
      channel: texts.id,
      timestamp: remark.ts,
      name: "hourglass_flowing_sand",
    });
    await scene.pass(HOUR);
    await remark.expectMarks("lock");
    assert.equal((await card.replies()).length, 2);
  },
);

story(
  "a send line and the form are texted in either mode",
  async ({ maya, texts, dana }) => {
    await textOnlyAddressed(dana, texts);
    await texts.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("hello");
    await card.expectWords(/Begin a reply in this thread with <@/);
  },
);

story(
  "who is no admin cannot switch the mode",
  async ({ texts, dana, will }) => {
    const view = await manage(dana, texts, texts);
    assert.match(await view.words(), /Text only replies to @Clerk/);
    const dashboard = await will.openDashboard(texts);
    await dashboard.click("lines");
    const board = await will.expectModal("Lines & channels", /Channels/);
    assert.doesNotMatch(await board.words(), /Manage/);
  },
);
