import assert from "node:assert/strict";
import { Channel } from "../support/channel.ts";
import {
  archive,
  archivedWithMaya,
  askWhatNow,
  directWithMaya,
  MAYAS,
  shutOut,
} from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

story(
  "an archived direct channel: the next text comes to the old thread, which asks; it is kept there",
  async (told) => {
    const { dana, will, maya } = told;
    const card = await archivedWithMaya(told);
    const question = await askWhatNow(told, card);
    await card.expectPinned();
    await will.pressButton(question, "keep_here");
    await question.expectWords(new RegExp(`Kept here by <@${will.id}>`));
    await card.reply(dana, "yes, here");
    await maya.expectText("yes, here");
    await maya.text("good");
    await card.expectReply("good");
  },
);

story(
  "an archived direct channel: whoever wishes has it created again, under another name",
  async (told) => {
    const { scene, will, maya } = told;
    const card = await archivedWithMaya(told);
    const question = await askWhatNow(told, card);
    await will.pressButton(question, "create_channel");
    const again = `${MAYAS}-2`;
    const next = new Channel(scene, await scene.expectChannel(again), again);
    const top = await next.expectMessage(/New/);
    await next.expectMessage(/What was said before/);
    await next.expectMessage("still there?");
    await top.expectPinned();
    await card.expectReply(/goes on in/);
    await card.expectUnpinned();
    await question.expectWords(/has given it a channel again/);
    await next.post(will, "here we are");
    await maya.expectText("here we are");
  },
);

story(
  "the question is answered once, whoever presses at the same moment",
  async (told) => {
    const { scene, dana, will } = told;
    const card = await archivedWithMaya(told);
    const question = await askWhatNow(told, card);
    await Promise.all([
      dana.pressButton(question, "keep_here"),
      will.pressButton(question, "keep_here"),
    ]);
    const whispers = async () => [
      ...await dana.whispers(),
      ...await will.whispers(),
    ];
    await question.expectWords(/Kept here/);
    const [told_, ...more] = await scene.eventually(
      "one of them to be told",
      async () => {
        const all = await whispers();
        return all.length > 0 ? all : undefined;
      },
    );
    assert.match(told_?.text ?? "", /chosen already/);
    assert.deepEqual(more, []);
  },
);

story(
  "a text that is asked for when the direct channel is archived goes to the old thread, which asks",
  async (told) => {
    const { dana, maya, texts } = told;
    const card = await archivedWithMaya(told);
    const line = await texts.post(dana, `send ${maya.number} are you there?`);
    await card.expectReply("are you there?");
    await maya.expectText("are you there?");
    await card.expectReply(/is archived/);
    await line.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "with its old card deleted a conversation that lost its channel gets a new card",
  async (told) => {
    const { scene, maya, texts } = told;
    const card = await archivedWithMaya(told);
    const { bot } = await scene.surface.workspace();
    const { workspace } = scene.world.slack;
    const old = workspace.messages.get(texts.id, card.ts);
    assert(old);
    workspace.messages.remove(old, bot.user_id);
    scene.expected.add(texts.id + card.ts);
    const next = await maya.begins(texts, "still there?");
    await next.expectReply(/is archived/);
    await next.expectPinned();
  },
);

story(
  "a public direct channel that the app was taken out of is joined again, and a new name changes nothing",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    shutOut(scene, own, false);
    await maya.text("anybody?");
    await own.expectMessage("anybody?");
    await top.expectPinned();
    const found = scene.world.slack.workspace.channels.get(own.id);
    assert(found);
    scene.world.slack.workspace.channels.rename(found, "vip-maya", dana.id);
    await own.post(dana, "yes");
    await maya.expectText("yes");
    await maya.text("good");
    await own.expectMessage("good");
  },
);

story(
  "the card of a direct channel may be deleted: there is a new one",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    const { bot } = await scene.surface.workspace();
    const { workspace } = scene.world.slack;
    const old = workspace.messages.get(own.id, top.ts);
    assert(old);
    workspace.messages.remove(old, bot.user_id);
    await maya.text("one more thing");
    await own.expectMessage("one more thing");
    const next = await own.expectMessage(/New Inbound/);
    await next.expectPinned();
    await own.post(dana, "go on");
    await maya.expectText("go on");
    await next.expectUnpinned();
  },
);

story(
  "a text that comes just after the card of its direct channel was deleted comes with its pictures",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    await dana.delete(top);
    await maya.textWith([await maya.take("image/png", "x")], "look at this");
    await own.expectMessage("look at this");
    await own.expectMessage(/New Inbound/);
    await scene.eventually(
      "a picture in the channel",
      async () => (await own.messages()).find(({ files }) => files?.length),
      ({ ts }) => scene.expected.add(own.id + ts),
    );
  },
);

story(
  "an archived direct channel troubles nobody while nobody writes",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    await own.post(dana, "the last word");
    await maya.expectText("the last word");
    await scene.pass(60_000);
    await archive(scene, dana.token, own);
    await scene.pass(3 * 60 * 60 * 1000);
    await maya.text("back again");
    await card.expectReply("back again");
    await card.expectReply(/is archived/);
    await scene.pass(3 * 60 * 60 * 1000);
  },
);

story(
  "a direct channel in which nothing was said for as long as the workspace wishes is archived",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    await own.post(dana, "the last word");
    await maya.expectText("the last word");
    await scene.passIdly(8 * DAY);
    const find = () => scene.world.slack.workspace.channels.get(own.id);
    assert.equal(find()?.is_archived, false);
    scene.world.slack.datastores.update("conversations", {
      id: "workspace",
      idle_days: 7,
    });
    await scene.pass(2 * 60 * 60 * 1000);
    assert.equal(find()?.is_archived, true);
    await card.expectReply(/was in/);
    await own.expectMessage(/goes on in/);
    await maya.text("hello again");
    await card.expectReply("hello again");
    await card.expectPinned();
  },
);

story(
  "what stays in the old thread is not shown again in the direct channel, though the run that had shown it died before it remembered that",
  async (told) => {
    const { scene, maya, line } = told;
    const { own } = await directWithMaya(told);
    await scene.pass(2 * HOUR);
    await scene.asApp("apps.datastore.update", {
      datastore: "conversations",
      item: { id: `${line}:${maya.number}`, shown: [] },
    });
    await scene.pass(HOUR);
    await maya.text("one more thing");
    await own.expectMessage("one more thing");
    const words = (await own.messages()).map(({ text }) => text);
    assert(!words.includes("hi"));
  },
);
