import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a reply whose handing over was never answered is found at the carrier, marked, and not sent again",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    scene.wire.spoil("POST /Messages", "no answer");
    const reply = await card.reply(dana, "hello");
    await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await card.expectUnpinned();
    await scene.pass(HOUR);
    await maya.expectNoText();
  },
);

story(
  "of a reply that may have left its author is told not to send it again; that it has not is said later, with Retry",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const mend = scene.wire.spoil("POST /Messages", "never there");
    const reply = await card.reply(dana, "hello");
    await dana.expectWhisper(/cannot tell yet.*do not send it again/);
    await reply.expectMarks("hourglass_flowing_sand");
    await card.expectPinned();
    await scene.pass(HOUR + 60_000);
    const notice = await card.expectReply(/did not leave/);
    await reply.expectMarks("x");
    await maya.expectNoText();
    mend();
    await dana.pressButton(notice, "retry");
    await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "two write the same words and both runs die: catch-up finds the text of each",
  async ({ scene, maya, texts, dana, ana }) => {
    const card = await maya.begins(texts, "hi");
    const release = scene.wire.spoil("reactions.remove", "never there");
    const one = await card.reply(dana, "on my way");
    await maya.expectText("on my way");
    await scene.pass(20_000);
    release();
    const mend = scene.wire.spoil(/ \/Messages/, "no answer");
    const other = await card.reply(ana, "on my way");
    await maya.expectText("on my way");
    await scene.pass(60_000);
    mend();
    await scene.pass(HOUR);
    await one.expectMarks("heavy_check_mark", "vibration_mode");
    await other.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

for (const left of [[], ["hourglass_flowing_sand"]]) {
  story(
    `a reply${
      left.length > 0 ? ", whose run died," : ""
    } that took over the text of one of the same words, which was deleted as it left, gets its last mark`,
    async ({ scene, maya, texts, dana, ana }) => {
      const card = await maya.begins(texts, "hi");
      const go = scene.wire.hold("pins.remove");
      const deleted = await card.reply(dana, "on my way");
      await scene.pass(1_000);
      dana.delete(deleted);
      const mend = scene.wire.spoil("POST /Messages", "never there");
      const reply = await card.reply(ana, "on my way");
      await scene.pass(5_000);
      mend();
      go();
      await scene.pass(20_000);
      await reply.expectMarks("heavy_check_mark");
      const spot = { channel: texts.id, timestamp: reply.ts };
      for (const name of left) {
        await scene.asApp("reactions.add", { ...spot, name });
      }
      await maya.expectText("on my way");
      await scene.pass(HOUR + 60_000);
      await reply.expectMarks("heavy_check_mark", "vibration_mode");
      await maya.expectNoText();
    },
    { delays: { delivered: 40_000 } },
  );
}

for (const between of [0, 60, 120, 180, 240, 480]) {
  story(
    `of two catch-ups, begun ${between} ms apart, none says of what the other sends just then that it did not leave`,
    async ({ scene, maya, texts, dana }) => {
      const card = await maya.begins(texts, "hi");
      const mend = scene.dropEvents();
      const reply = await card.reply(dana, "hello");
      await scene.pass(3 * 60_000);
      mend();
      const one = scene.beginStep("catch_up", {});
      await scene.pass(between);
      const other = scene.beginStep("catch_up", {});
      await one();
      await other();
      await maya.expectText("hello");
      await reply.expectMarks("heavy_check_mark", "vibration_mode");
    },
  );
}

for (const between of [0, 80, 160, 240]) {
  story(
    `a catch-up that begins ${between} ms after Retry was pressed does not say that the text did not leave`,
    async ({ scene, maya, texts, dana }) => {
      const card = await maya.begins(texts, "hi");
      await maya.is("off");
      const reply = await card.reply(dana, "hello");
      await scene.pass(3 * 60_000);
      const notice = await card.expectReply(/switched off/);
      await maya.is("on");
      await dana.pressButton(notice, "retry");
      await scene.pass(between);
      const catchUp = scene.beginStep("catch_up", {});
      await catchUp();
      await maya.expectText("hello");
      await reply.expectMarks("heavy_check_mark", "vibration_mode");
    },
  );
}

story(
  "a Retry that dies is told of, though the run that failed before it was still at work when it was pressed",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await maya.is("off");
    const goesOn = scene.wire.hold("apps.datastore.put");
    const reply = await card.reply(dana, "hello");
    const notice = await card.expectReply(/switched off/);
    await maya.is("on");
    const mend = scene.wire.spoil("POST /Messages", "never there");
    await dana.pressButton(notice, "retry");
    await scene.pass(1_000);
    goesOn();
    await dana.expectWhisper(/cannot tell yet/);
    mend();
    await scene.pass(HOUR + 60_000);
    await reply.expectMarks("heavy_check_mark", "x");
    await card.expectReply(/did not leave.*Press Retry/);
  },
);

story(
  "a card that was posted without an answer is found, and not posted again",
  async ({ scene, maya, texts }) => {
    scene.wire.spoil("chat.postMessage", "no answer");
    const card = await maya.begins(texts, "hi");
    await card.expectPinned();
    const posts = scene.world.journal.since(0)
      .filter(({ method }) => method === "chat.postMessage");
    assert.equal(posts.length, 2, "the card and the text");
  },
);
