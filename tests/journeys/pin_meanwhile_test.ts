import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "who texts again while catch-up is about to take a left pin off stays pinned",
  async ({ scene, texts, dana, maya }) => {
    const card = await maya.begins(texts, "hi");
    await card.expectPinned();
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    await card.expectUnpinned();
    await scene.pass(60_000);
    const spot = { channel: texts.id, timestamp: card.ts };
    await scene.asApp("pins.add", spot);
    await scene.pass(untilCatchUp(scene.clock.now()));
    const go = scene.wire.hold("apps.datastore.bulkGet", 1);
    await scene.pass(5_000);
    await maya.text("one more thing");
    await card.expectReply("one more thing");
    await scene.pass(2_000);
    go();
    await scene.pass(HOUR);
    await card.expectPinned();
  },
);

story(
  "who texts just after a send line was typed waits, though its copy stands under what they wrote",
  async ({ scene, texts, dana, maya }) => {
    const card = await maya.begins(texts, "hi");
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    await card.expectUnpinned();
    const go = scene.wire.hold("conversations.history");
    await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.text("are you open?");
    await card.expectReply("are you open?");
    await card.expectPinned();
    go();
    await maya.expectText("we close at six");
    await card.expectReply("we close at six");
    await card.expectUnpinned();
    await scene.pass(HOUR);
    await card.expectPinned();
  },
);

story(
  "a text that comes while catch-up remembers an earlier one is not forgotten",
  async ({ scene, texts, line, dana, maya }) => {
    const card = await maya.begins(texts, "hi");
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    await scene.pass(60_000);
    const id = `${line}:${maya.number}`;
    const row = { datastore: "conversations", item: { id, shown: [] } };
    await scene.asApp("apps.datastore.update", row);
    await scene.pass(untilCatchUp(scene.clock.now()));
    const go = scene.wire.hold("apps.datastore.bulkGet", 1);
    await scene.pass(5_000);
    await maya.text("one more thing");
    await card.expectReply("one more thing");
    await scene.pass(2_000);
    go();
    await scene.pass(10_000);
    const found = scene.world.slack.datastores.read("conversations", id);
    assert.equal(Array.isArray(found?.shown) && found.shown.length, 2);
  },
);

/** Milliseconds until just before the next catch-up: it comes at five past. */
function untilCatchUp(now: number): number {
  const past = (now - 5 * 60_000) % HOUR;
  return HOUR - past - 1_000;
}
