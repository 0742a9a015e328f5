import { Channel, type Message } from "../support/channel.ts";
import {
  directWithMaya,
  MAYAS,
  mayaWaits,
} from "../support/direct_channels.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "who is solved while their conversation gets a channel of its own waits there no more",
  async (told) => {
    const { scene } = told;
    const { card, top, go } = await solvedWhileMoving(told);
    go();
    await scene.pass(5_000);
    await restsUnpinned(top);
    await card.expectUnpinned();
    await scene.pass(HOUR);
    await restsUnpinned(top);
  },
);

story(
  "who is solved while their conversation goes back waits there no more",
  async (told) => {
    const { scene, dana, will, maya } = told;
    const { own, top, card } = await directWithMaya(told);
    await maya.text("one more thing");
    await own.expectMessage("one more thing");
    await top.expectPinned();
    await scene.pass(10_000);
    const go = scene.wire.hold("pins.add");
    await dana.pressButton(top, "move_back");
    await own.expectMessage(/goes on here|goes on in/);
    await card.expectReply(/goes on here/);
    await card.expectReply("one more thing");
    await will.pressButton(card, "solve");
    await card.expectWords(/State.*Solved/);
    go();
    await scene.pass(5_000);
    await restsUnpinned(card);
    await top.expectUnpinned();
    await scene.pass(HOUR);
    await restsUnpinned(card);
  },
);

story(
  "who texts while their conversation moves, and somebody is done with it, waits on",
  async (told) => {
    const { scene, maya } = told;
    const { own, top, go } = await solvedWhileMoving(told);
    const wait = scene.wire.hold("apps.datastore.update");
    await maya.text("one more thing");
    await own.expectMessage("one more thing");
    go();
    await scene.pass(5_000);
    wait();
    await scene.pass(5_000);
    await top.expectPinned();
    await top.expectWords(/State\*\\nOpen/);
  },
);

/** Somebody is done with a conversation just before its pin is taken along. @returns what lets that happen. */
async function solvedWhileMoving(told: Story) {
  const { scene, dana, will } = told;
  const card = await mayaWaits(told);
  await scene.pass(10_000);
  const go = scene.wire.hold("pins.add");
  await dana.pressButton(card, "create_channel");
  const own = new Channel(scene, await scene.expectChannel(MAYAS), MAYAS);
  const top = await own.expectMessage(/New/);
  await own.expectMessage(/What was said before/);
  await own.expectMessage("hi");
  await card.expectReply(/goes on in/);
  await will.pressButton(top, "solve");
  await top.expectWords(/State.*Solved/);
  return { card, own, top, go };
}

async function restsUnpinned(card: Message): Promise<void> {
  await card.expectUnpinned();
  await card.expectWords(/State.*Solved/);
}
