import assert from "node:assert/strict";
import { Channel } from "../support/channel.ts";
import {
  archive,
  archivedWithMaya,
  create,
  directWithMaya,
  MAYAS,
  mayaWaits,
  shutOut,
} from "../support/direct_channels.ts";
import { deleteChannel } from "../support/more_places.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How a direct channel can be lost for good. */
const LOSSES: [
  name: string,
  lose: (told: Story, own: Channel) => Promise<void> | void,
  asks: RegExp,
][] = [
  [
    "archived",
    ({ scene, dana }, own) => archive(scene, dana.token, own),
    /is archived/,
  ],
  [
    "deleted",
    ({ scene, dana }, own) => deleteChannel(scene, own, dana),
    /deleted, or I was removed/,
  ],
  [
    "made private without the app",
    ({ scene }, own) => shutOut(scene, own, true),
    /deleted, or I was removed/,
  ],
];

for (const [name, lose, asks] of LOSSES) {
  story(
    `a direct channel that was ${name}: the next text from the contact goes to the old thread, which asks`,
    async (told) => {
      const { dana, maya } = told;
      const { own, card } = await directWithMaya(told);
      await lose(told, own);
      await maya.text("anybody?");
      await card.expectReply("anybody?");
      await card.expectReply(asks);
      await card.expectPinned();
      await card.reply(dana, "yes");
      await maya.expectText("yes");
      await card.expectUnpinned();
    },
  );

  story(
    `a direct channel that was ${name}: the next text to the contact goes to the old thread, which asks`,
    async (told) => {
      const { scene, maya } = told;
      const { own, card } = await directWithMaya(told);
      await lose(told, own);
      await scene.runStep("send_text", { to: maya.number, message: "hello" });
      await maya.expectText("hello");
      await card.expectReply("hello");
      await card.expectReply(asks);
      await maya.text("good");
      await card.expectReply("good");
      await card.expectPinned();
    },
  );
}

story(
  "a deleted direct channel can be created again days later, by somebody who is not in the shared one",
  async (told) => {
    const { scene, texts, dana, ana, maya } = told;
    const { own, card } = await directWithMaya(told);
    deleteChannel(scene, own, dana);
    await maya.text("anybody?");
    await card.expectReply("anybody?");
    const question = await card.expectReply(/deleted, or I was removed/);
    await scene.surface.slack(ana.token, "conversations.leave", {
      channel: texts.id,
    });
    await scene.passIdly(8 * DAY);
    await ana.pressButton(question, "create_channel");
    const next = new Channel(scene, await scene.expectChannel(MAYAS), MAYAS);
    const top = await next.expectMessage(/New/);
    await next.expectMessage(/What was said before/);
    await next.expectMessage("anybody?");
    await top.expectPinned();
    await card.expectReply(/goes on in/);
    await question.expectWords(/has given it a channel again/);
  },
);

story(
  "the question is answered days later by somebody who is not in the shared channel: it is kept there",
  async (told) => {
    const { scene, texts, dana, ana, maya } = told;
    const card = await archivedWithMaya(told);
    await maya.text("anybody?");
    await card.expectReply("anybody?");
    const question = await card.expectReply(/is archived/);
    await scene.surface.slack(ana.token, "conversations.leave", {
      channel: texts.id,
    });
    await scene.passIdly(8 * DAY);
    await ana.pressButton(question, "keep_here");
    await question.expectWords(new RegExp(`Kept here by <@${ana.id}>`));
    await question.expectNoWords(/workflow_button/);
    await card.reply(dana, "yes, here");
    await maya.expectText("yes, here");
  },
);

story(
  "a direct channel that is made private with the app in it goes on in both directions",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    const found = scene.world.slack.workspace.channels.get(own.id);
    assert(found);
    found.is_private = true;
    await maya.text("hello again");
    await own.expectMessage("hello again");
    await top.expectPinned();
    await own.post(dana, "we are here");
    await maya.expectText("we are here");
    await top.expectUnpinned();
  },
);

story(
  "a public direct channel that the app was taken out of is joined again by a text to the contact too",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own } = await directWithMaya(told);
    shutOut(scene, own, false);
    await scene.runStep("send_text", { to: maya.number, message: "hello" });
    await maya.expectText("hello");
    await own.expectMessage("hello");
    await own.post(dana, "are you there?");
    await maya.expectText("are you there?");
  },
);

story(
  "a reply whose run died before its conversation got a channel, which is archived now, is told of all the same",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const card = await mayaWaits(told);
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "one moment");
    mend();
    await scene.asApp("reactions.add", {
      channel: texts.id,
      timestamp: reply.ts,
      name: "hourglass_flowing_sand",
    });
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    await scene.pass(5_000);
    await archive(scene, dana.token, own);
    await scene.pass(2 * HOUR);
    await card.expectReply(/did not leave: I was interrupted/);
    await reply.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "who writes under the old card is told where it goes on, though the card there was deleted too",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top, card } = await directWithMaya(told);
    const at = { channel: own.id, ts: top.ts };
    await scene.surface.slack(dana.token, "chat.delete", at);
    const late = await card.reply(dana, "anybody there?");
    await card.expectReply(
      new RegExp(`goes on somewhere else.*archives/${own.id}`),
    );
    await late.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "what was texted from a deleted channel, and can be marked no more, holds up nothing that is written since",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    const last = await own.post(dana, "on my way");
    await last.expectMarks("heavy_check_mark");
    deleteChannel(scene, own, dana);
    await maya.text("where are you?");
    await card.expectReply("where are you?");
    await card.expectReply(/deleted, or I was removed/);
    await maya.expectText("on my way");
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "at the door");
    mend();
    await scene.pass(2 * HOUR);
    await maya.expectText("at the door");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
  { delays: { delivered: 20_000 } },
);

story(
  "a direct channel that is deleted while what waits is taken along: it stays in its thread",
  async (told) => {
    const { scene, dana } = told;
    const card = await mayaWaits(told);
    const { fetch } = scene.world;
    const made: { own?: Channel } = {};
    scene.world.fetch = async (request) => {
      const words = await request.clone().text();
      const isAlong = /chat\.postMessage/.test(request.url) &&
        /clerk_received/.test(words);
      if (isAlong && made.own) deleteChannel(scene, made.own, dana);
      return await fetch(request);
    };
    made.own = (await create(told, card)).own;
    await card.expectReply(/deleted, or I was removed/);
    await scene.pass(2 * HOUR);
    const said = await card.said();
    assert.equal(said.filter((words) => words === "hi").length, 1);
    await card.expectPinned();
  },
);

story(
  "what was put off comes back in the old thread when its direct channel was deleted meanwhile",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    const putOff = { number: maya.number, state: "pending", hours: 1 };
    await scene.runStep("set_state", putOff);
    deleteChannel(scene, own, dana);
    await scene.pass(70 * 60_000);
    await card.expectReply(/deleted, or I was removed/);
    await card.expectReply(/put off until now/);
    await card.expectWords(/State\*\\nOpen/);
    await card.expectPinned();
  },
);
