import assert from "node:assert/strict";
import { directWithMaya } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "what left from a direct channel is not said to have failed when its event comes once more after the way back",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top, card } = await directWithMaya(told);
    scene.fireEventsTwice();
    const again = scene.wire.hold("apps.datastore.get", 1);
    const reply = await own.post(dana, "on my way");
    await maya.expectText("on my way");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await dana.pressButton(top, "move_back");
    await own.expectMessage(/goes on in/);
    await card.expectReply(/was in/);
    again();
    await scene.pass(20_000);
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    assert.deepEqual(await reply.said(), []);
    await maya.expectNoText();
  },
);

story(
  "a reply that nobody heard of is texted from a direct channel that its conversation left for a card that was deleted then",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const { own, top, card } = await directWithMaya(told);
    await dana.delete(card);
    const deaf = scene.dropEvents();
    const reply = await own.post(dana, "on my way");
    deaf();
    const mend = scene.wire.spoil("chat.getPermalink", "never there");
    await dana.pressButton(top, "move_back");
    const next = await texts.expectMessage(/New Inbound/);
    await scene.pass(30_000);
    mend();
    await dana.delete(next);
    await scene.pass(HOUR + 60_000);
    await maya.expectText("on my way");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);
