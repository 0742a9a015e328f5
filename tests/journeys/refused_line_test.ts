import { archive, directWithMaya } from "../support/direct_channels.ts";
import { deleteChannel } from "../support/more_places.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a line whose author was told that it was not sent is not sent later, though its run died with it and its contact has texted START",
  async ({ scene, texts, dana, maya }) => {
    const card = await maya.begins(texts, "hi");
    await maya.text("STOP");
    await card.expectReply("STOP");
    await maya.expectText(/unsubscribed/);
    await scene.pass(5_000);
    const mend = scene.wire.spoil("reactions.add", "never there", 1);
    const typed = await texts.post(dana, `send ${maya.number} we close at six`);
    await dana.expectWhisper(/opted out/);
    await scene.pass(60_000);
    mend();
    await maya.text("START");
    await card.expectReply("START");
    await maya.expectText(/re-subscribed/);
    await scene.pass(HOUR + 60_000);
    await dana.expectWhisper(/did not leave.*Type it again/);
    await typed.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "a refused line keeps no ⏳, though its run died before it took it off",
  async ({ scene, texts, dana }) => {
    const mend = scene.wire.spoil("reactions.remove", "never there");
    const typed = await texts.post(dana, "send +33 6 12 34 56 78 bonjour");
    await dana.expectWhisper(/not switched on/);
    await scene.pass(60_000);
    mend();
    await typed.expectMarks("hourglass_flowing_sand", "x");
    await scene.pass(HOUR + 60_000);
    await typed.expectMarks("x");
  },
);

story(
  "a line that one run sent bears the marks of its copy, though another run refused it and died",
  async ({ scene, texts, dana, maya }) => {
    const typed = await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.expectText("we close at six");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("we close at six");
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
    await scene.pass(10_000);
    const react = (method: string, name: string) =>
      scene.asApp(method, { channel: texts.id, timestamp: typed.ts, name });
    await react("reactions.remove", "heavy_check_mark");
    await react("reactions.remove", "vibration_mode");
    await react("reactions.add", "hourglass_flowing_sand");
    await scene.pass(HOUR + 60_000);
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
    await maya.expectNoText();
  },
);

story(
  "why a line was refused is told in the old thread where its direct channel is deleted before it could be told there",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    await maya.is("opted_out");
    const typed = await texts.post(dana, `send ${maya.number} we close at six`);
    const mend = scene.wire.spoil("chat.postMessage", "never there", 1);
    const copy = await own.expectMessage("we close at six");
    await copy.expectMarks("hourglass_flowing_sand", "x");
    await scene.pass(60_000);
    mend();
    deleteChannel(scene, own, dana);
    await scene.pass(HOUR + 60_000);
    await card.expectReply("we close at six");
    await card.expectReply(/opted out/);
    await card.expectReply(/deleted, or I was removed/);
    await typed.expectMarks("x");
  },
);

story(
  "the author of a line that was refused is told so where its direct channel is archived before anybody was",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const { own } = await directWithMaya(told);
    await maya.is("opted_out");
    const typed = await texts.post(dana, `send ${maya.number} we close at six`);
    const mend = scene.wire.spoil("chat.postMessage", "never there", 1);
    const copy = await own.expectMessage("we close at six");
    await copy.expectMarks("hourglass_flowing_sand", "x");
    await scene.pass(60_000);
    mend();
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    await dana.expectWhisper(/did not leave.*Type it again/);
    await typed.expectMarks("x");
    await scene.pass(2 * HOUR);
  },
);
