import assert from "node:assert/strict";
import type { Message } from "../support/channel.ts";
import { create, mayaWaits } from "../support/direct_channels.ts";
import { pinOthers, unpinOthers } from "../support/pins.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

/** Maya waits in a channel of her own, and her line's channel has no room for a pin. */
async function awayWithoutRoom(
  told: Story,
): Promise<{ card: Message; top: Message; goBack(): Promise<void> }> {
  const { texts, dana } = told;
  const card = await mayaWaits(told);
  const { own, top } = await create(told, card);
  await own.expectMessage("hi");
  await top.expectPinned();
  await card.expectUnpinned();
  await pinOthers(texts, dana, 100);
  const goBack = async () => {
    await dana.pressButton(top, "move_back");
    await card.expectReply("hi");
    await card.expectReply(/goes on here/);
    await own.expectMessage(/goes on in/);
  };
  return { card, top, goBack };
}

story(
  "who goes back from a channel of their own to one without room for a pin is pinned there when there is room",
  async (told) => {
    const { scene, texts } = told;
    const { card, goBack } = await awayWithoutRoom(told);
    await goBack();
    await scene.pass(10_000);
    assert.ok(!await card.isPinned());
    await unpinOthers(texts, 50);
    await scene.pass(HOUR);
    await card.expectPinned();
  },
);

story(
  "who goes back to a channel without room for a pin is pinned there in the end though the run that brought them died",
  async (told) => {
    const { scene, texts } = told;
    const { card, top, goBack } = await awayWithoutRoom(told);
    const mend = scene.wire.spoil("apps.datastore.update", "never there", 1);
    await goBack();
    await scene.pass(60_000);
    mend();
    await scene.pass(HOUR);
    await top.expectUnpinned();
    await texts.expectMessage(/1 more contact waits/);
    await unpinOthers(texts, 50);
    await scene.pass(HOUR);
    await card.expectPinned();
  },
);
