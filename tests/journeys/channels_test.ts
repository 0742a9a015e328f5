import assert from "node:assert/strict";
import {
  connect,
  deleteChannel,
  listenedTo,
  makeChannel,
  manage,
  openBoard,
  pressAbout,
  removeApp,
  writtenTo,
} from "../support/more_places.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a channel that an admin connects takes send lines, and replies there are texted",
  async ({ scene, texts, dana, maya }) => {
    const support = await makeChannel(scene, dana, "support");
    assert.equal(await connect(dana, texts, support), undefined);
    await support.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    const card = await support.expectMessage(/New Conversation/);
    await card.expectReply("hello");
    await texts.expectMessage(/New conversation with/);
    await card.reply(dana, "and again");
    await maya.expectText("and again");
  },
);

story(
  "the 21st channel gets a second trigger; one that hears nothing any more is deleted",
  async ({ scene, texts, dana, maya }) => {
    const channels = [];
    for (let each = 1; each <= 20; each++) {
      const made = await makeChannel(scene, dana, `desk-${each}`);
      assert.equal(await connect(dana, texts, made), undefined);
      channels.push(made);
      // Slack would not let anybody be much faster.
      await scene.pass(25_000);
    }
    const last = channels.at(-1);
    assert(last);
    assert.deepEqual(listenedTo(scene).map(({ length }) => length), [20, 1]);
    assert.deepEqual(listenedTo(scene)[1], [last.id]);
    await last.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    const card = await last.expectMessage(/New Conversation/);
    await card.expectReply("hello");
    await texts.expectMessage(/New conversation with/);
    const view = await manage(dana, texts, last);
    await view.click("disconnect_channel");
    await dana.expectModal("Channel", /Disconnected/);
    removeApp(scene, last);
    await scene.pass(HOUR + 60_000);
    assert.deepEqual(listenedTo(scene).map(({ length }) => length), [20]);
  },
);

story(
  "a private channel is explained, and connected once the app is invited",
  async ({ scene, texts, dana }) => {
    const board = await makeChannel(scene, dana, "board", true);
    assert.match(await connect(dana, texts, board) ?? "", /\/invite @Clerk/);
    const { bot } = scene.world.slack.workspace;
    await scene.surface.slack(dana.token, "conversations.invite", {
      channel: board.id,
      users: bot.user_id,
    });
    assert.equal(await connect(dana, texts, board), undefined);
    assert(listenedTo(scene).flat().includes(board.id));
  },
);

story(
  "a public channel that the app was taken out of is joined again",
  async ({ scene, texts, dana, maya }) => {
    const support = await makeChannel(scene, dana, "support");
    await connect(dana, texts, support);
    removeApp(scene, support);
    await scene.pass(HOUR + 60_000);
    await support.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    await (await support.expectMessage(/New Conv/)).expectReply("hello");
    await texts.expectMessage(/New conversation with/);
    assert.deepEqual(await writtenTo(scene, dana), []);
  },
);

story(
  "of an archived channel an admin is told once; its texts wait and are shown when it is back",
  async ({ scene, texts, dana, maya }) => {
    const card = await maya.begins(texts, "hi");
    const slack = (method: string) =>
      scene.surface.slack(dana.token, method, { channel: texts.id });
    await slack("conversations.archive");
    await maya.text("anybody there?");
    await scene.pass(3 * HOUR);
    const told = await writtenTo(scene, dana);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /is archived.*nothing is lost/);
    await slack("conversations.unarchive");
    await scene.pass(HOUR);
    const shown = await card.expectReply("anybody there?");
    assert.match(JSON.stringify(await shown.seen()), /Shown late/);
    await card.reply(dana, "yes");
    await maya.expectText("yes");
  },
);

story(
  "when a line's own channel is deleted its texts are held, and shown in the channel that is chosen instead",
  async ({ scene, texts, general, dana, maya, line }) => {
    await maya.begins(texts, "hi");
    deleteChannel(scene, texts, dana);
    await maya.text("anybody there?");
    await scene.pass(2 * HOUR);
    const told = await writtenTo(scene, dana);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /choose another channel for its line/);
    assert(!listenedTo(scene).flat().includes(texts.id));
    const board = await openBoard(dana, general);
    assert.match(await board.words(), /I cannot get in/);
    await pressAbout(board, "manage_line", line);
    const form = await dana.expectModal("Line", /Take it off/);
    const { errors } = await form.submit({ channel: general.id });
    assert.equal(errors, undefined);
    const view = await manage(dana, general, texts);
    await view.click("disconnect_channel");
    await dana.expectModal("Channel", /Disconnected/);
    await scene.pass(HOUR);
    const moved = await general.expectMessage(/New Inbound/);
    await moved.expectReply("anybody there?");
    await moved.reply(dana, "yes");
    await maya.expectText("yes");
  },
);

story(
  "of a private channel that the app was removed from an admin is told once, and it is not listened to",
  async ({ scene, texts, dana }) => {
    const board = await makeChannel(scene, dana, "board", true);
    const { bot } = scene.world.slack.workspace;
    const invite = () =>
      scene.surface.slack(dana.token, "conversations.invite", {
        channel: board.id,
        users: bot.user_id,
      });
    await invite();
    await connect(dana, texts, board);
    removeApp(scene, board);
    await scene.pass(2 * HOUR);
    const told = await writtenTo(scene, dana);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /I was removed from it.*\/invite @Clerk/);
    assert(!listenedTo(scene).flat().includes(board.id));
    await invite();
    const view = await manage(dana, texts, board);
    await view.click("connect_again");
    await dana.expectModal("Channel", /Replies are texted/);
    assert(listenedTo(scene).flat().includes(board.id));
  },
);

story(
  "a channel that another admin's settings wrote over is listened to again after catch-up",
  async ({ scene, texts, dana, maya }) => {
    const support = await makeChannel(scene, dana, "support");
    const { datastores } = scene.world.slack;
    const before = datastores.all("settings").at(0);
    await connect(dana, texts, support);
    assert(before);
    datastores.update("settings", {
      id: "workspace",
      listeners: before.listeners ?? [],
    });
    await scene.pass(HOUR + 60_000);
    assert(listenedTo(scene).flat().includes(support.id));
    await support.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    await (await support.expectMessage(/New Conv/)).expectReply("hello");
    await texts.expectMessage(/New conversation with/);
  },
);

story(
  "a trigger that somebody has deleted is made anew by catch-up",
  async ({ scene, texts, dana, maya }) => {
    const { triggers } = scene.world.slack;
    const [heard] = triggers.all().filter(({ definition }) => definition.event);
    assert(heard);
    triggers.remove(heard.id);
    await scene.pass(HOUR + 60_000);
    assert.deepEqual(listenedTo(scene), [[texts.id]]);
    await texts.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    await (await texts.expectMessage(/New Conv/)).expectReply("hello");
  },
);
