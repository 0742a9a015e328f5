import assert from "node:assert/strict";
import { Channel, type Message } from "../support/channel.ts";
import { archive, directWithMaya } from "../support/direct_channels.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

for (const isClaimed of [false, true]) {
  story(
    `a text whose run died ${
      isClaimed ? "with" : "before"
    } its claim in a direct channel, which is archived now, is told of in the old thread, with Retry`,
    async (told) => {
      const { scene, dana, maya } = told;
      const { own, card } = await copyLeft(told, isClaimed);
      await archive(scene, dana.token, own);
      await scene.pass(HOUR);
      await card.expectReply(/is archived/);
      const copy = await card.expectReply("we close at six");
      const notice = await card.expectReply(/did not leave.*Press Retry/);
      await copy.expectMarks("x");
      await scene.pass(2 * HOUR);
      await maya.expectNoText();
      await dana.pressButton(notice, "retry");
      await maya.expectText("we close at six");
      await copy.expectMarks("heavy_check_mark", "vibration_mode");
      await scene.pass(2 * HOUR);
    },
  );
}

story(
  "such a text is told of as well where the conversation has gone back before",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await copyLeft(told, false);
    await archive(scene, dana.token, own);
    await maya.text("anybody?");
    await card.expectReply("anybody?");
    await card.expectReply(/is archived/);
    await scene.pass(HOUR);
    const copy = await card.expectReply("we close at six");
    await card.expectReply(/did not leave.*Press Retry/);
    await copy.expectMarks("x");
    await scene.pass(2 * HOUR);
    await maya.expectNoText();
  },
);

story(
  "a text that had left before its run died and its direct channel was archived is not said to have failed",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    const form = await dana.openSendForm(own);
    // It has been claimed and has left, and is about to be marked as sent.
    const go = scene.wire.hold("reactions.add", 1);
    await form.submit({ to: maya.number, message: "we close at six" });
    const copy = await own.expectMessage("we close at six");
    await maya.expectText("we close at six");
    await archive(scene, dana.token, own);
    go();
    await scene.pass(2 * HOUR);
    const said = await card.said();
    assert(!said.some((words) => /did not leave/.test(words)), said.join());
    await copy.expectMarks("hourglass_flowing_sand");
    await maya.expectNoText();
  },
);

story(
  "nor is one that catch-up had found at the carrier, and remembered, before it could mark it",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    const form = await dana.openSendForm(own);
    const mend = scene.wire.spoil("reactions.add", "never there", 1);
    await form.submit({ to: maya.number, message: "we close at six" });
    await own.expectMessage("we close at six");
    await maya.expectText("we close at six");
    await scene.pass(HOUR);
    await archive(scene, dana.token, own);
    mend();
    await scene.pass(2 * HOUR);
    const said = await card.said();
    assert(!said.some((words) => /did not leave/.test(words)), said.join());
    await maya.expectNoText();
  },
);

/** What somebody asked for with the form, as a run leaves it that dies before the text is sent. */
async function copyLeft(
  told: Story,
  isClaimed: boolean,
): Promise<{ own: Channel; card: Message }> {
  const { scene } = told;
  const { own, card } = await directWithMaya(told);
  const { ts } = await scene.asApp<{ ts: string }>("chat.postMessage", {
    channel: own.id,
    text: "we close at six",
    metadata: {
      event_type: "clerk_departure",
      event_payload: { request: "Fx012345" },
    },
  });
  scene.expected.add(own.id + ts);
  const name = "hourglass_flowing_sand";
  const spot = { channel: own.id, timestamp: ts, name };
  if (isClaimed) await scene.asApp("reactions.add", spot);
  return { own, card };
}
