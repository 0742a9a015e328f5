import assert from "node:assert/strict";
import type { Channel } from "../support/channel.ts";
import { story } from "../support/story.ts";
import type { Teammate } from "../support/teammate.ts";

const HOUR = 60 * 60 * 1000;

/** Archives a channel, and takes it back after a while. */
async function closeFor(
  ms: number,
  { id: channel, scene }: Channel,
  { token }: Teammate,
): Promise<void> {
  await scene.surface.slack(token, "conversations.archive", { channel });
  await scene.pass(ms);
  await scene.surface.slack(token, "conversations.unarchive", { channel });
}

story(
  "a text whose rings were all lost is shown by the next catch-up, with the time it arrived",
  async ({ scene, maya, texts }) => {
    scene.cutBell();
    await maya.text("did you get this?");
    await scene.pass(HOUR + 60_000);
    const card = await texts.expectMessage(/New Inbound/);
    const shown = await card.expectReply("did you get this?");
    assert.match(JSON.stringify(await shown.seen()), /Shown late/);
    await card.expectPinned();
  },
);

story(
  "a text whose ring was lost is shown with the next one of the conversation, in order",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "one");
    const mend = scene.cutBell();
    await maya.text("two");
    await scene.pass(120_000);
    mend();
    await maya.text("three");
    await card.expectReply("two");
    await card.expectReply("three");
    const bodies = (await card.replies()).map(({ text }) => text);
    assert.deepEqual(bodies, ["one", "two", "three"]);
  },
);

story(
  "a reply that no event was fired for is texted by the next catch-up",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "hello");
    mend();
    await scene.pass(HOUR + 60_000);
    await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a reply that could not be heeded for hours is not texted any more, and its thread says so",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await scene.pass(1.5 * HOUR);
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "lunch at noon?");
    mend();
    await closeFor(2.5 * HOUR, texts, dana);
    await scene.pass(HOUR);
    await card.expectReply(/much too late.*Press Retry/);
    await reply.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "a reply whose run died before all its marks stood gets them, and is not said to have failed",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const reply = await card.reply(dana, "hello");
    await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    const spot = { channel: texts.id, timestamp: reply.ts };
    for (
      const [method, name] of [
        ["reactions.add", "hourglass_flowing_sand"],
        ["reactions.remove", "heavy_check_mark"],
      ] as const
    ) await scene.asApp(method, { ...spot, name });
    await scene.pass(HOUR + 60_000);
    await reply.expectMarks("vibration_mode", "heavy_check_mark");
    assert.equal((await card.replies()).length, 2);
  },
);

story(
  "a send line that could not be heeded for hours is not sent any more, and its author is told",
  async ({ scene, maya, texts, dana }) => {
    const mend = scene.dropEvents();
    const typed = await texts.post(dana, `send ${maya.number} lunch at noon?`);
    mend();
    await closeFor(2.5 * HOUR, texts, dana);
    await scene.pass(HOUR);
    await dana.expectWhisper(/much too late.*Type it again/);
    await typed.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "a send line that left, whose run died and whose contact opted out then, is not said to have failed",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const typed = await texts.post(dana, `send ${maya.number} see you`);
    await maya.expectText("see you");
    await card.expectReply("see you");
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
    for (const name of ["heavy_check_mark", "vibration_mode"]) {
      const spot = { channel: texts.id, timestamp: typed.ts };
      await scene.asApp("reactions.remove", { ...spot, name });
    }
    await maya.text("STOP");
    await maya.expectText(/unsubscribed/);
    await card.expectReply("STOP");
    await scene.pass(HOUR + 60_000);
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a card whose taking back was never finished, and which won after all, keeps its texts",
  async ({ scene, maya, texts, line }) => {
    const card = await maya.begins(texts, "hi");
    await scene.asApp("apps.datastore.update", {
      datastore: "conversations",
      item: {
        id: `${line}:${maya.number}`,
        former: [`${texts.id}:${card.ts}`],
      },
    });
    await scene.pass(HOUR + 60_000);
    const bodies = (await card.replies()).map(({ text }) => text);
    assert.deepEqual(bodies, ["hi"]);
  },
);

story(
  "an answer that was deleted since takes the pin off, however long ago the text was that it answered",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await scene.pass(6 * HOUR);
    const reply = await card.reply(dana, "hello");
    await maya.expectText("hello");
    await card.expectUnpinned();
    await scene.pass(60_000);
    const pin = { channel: texts.id, timestamp: card.ts };
    await scene.asApp("pins.add", pin);
    const at = { channel: texts.id, ts: reply.ts };
    await scene.surface.slack(dana.token, "chat.delete", at);
    await scene.pass(HOUR + 60_000);
    await card.expectUnpinned();
  },
);

story(
  "a failure for which no reason was given gets one, though two catch-ups find it at the same moment",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "hello");
    mend();
    const spot = { channel: texts.id, timestamp: reply.ts };
    await scene.asApp("reactions.add", { ...spot, name: "x" });
    await scene.pass(2 * 60_000);
    const runs = [1, 2].map(() => scene.beginStep("catch_up", {}));
    for (const ended of runs) await ended();
    await card.expectReply(/The text could not be delivered/);
    assert.equal((await card.replies()).length, 3);
  },
);
