import assert from "node:assert/strict";
import {
  archive,
  create,
  mayaWaits,
  shownOnceMore,
} from "../support/direct_channels.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "who was answered in a direct channel that is archived now does not wait in the old thread, where a run that died left the pin",
  async (told) => {
    const { scene, dana } = told;
    const { card, own } = await pinLeftBehind(told);
    await answer(told, own);
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    await card.expectUnpinned();
  },
);

story(
  "who was answered there does not wait either where the run that answered died before it remembered that",
  async (told) => {
    const { scene, dana } = told;
    const { card, own } = await pinLeftBehind(told);
    await answer(told, own);
    for (const { sid } of scene.world.slack.datastores.all("messages")) {
      await scene.asApp("apps.datastore.delete", {
        datastore: "messages",
        id: sid,
      });
    }
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    await card.expectUnpinned();
  },
);

story(
  "who texted again after that waits in the old thread for as long as nobody answers",
  async (told) => {
    const { scene, dana, maya } = told;
    const { card, own } = await pinLeftBehind(told);
    await answer(told, own);
    await maya.text("and on Sunday?");
    await own.expectMessage("and on Sunday?");
    await scene.pass(5_000);
    await archive(scene, dana.token, own);
    await scene.pass(3 * HOUR + 60_000);
    await card.expectPinned();
  },
);

story(
  "a text that two runs have shown in the old thread stands there once, though its direct channel is archived now",
  async (told) => {
    const { scene, dana, maya } = told;
    const card = await mayaWaits(told);
    const [text] = scene.world.carrier.messages.newestFirst();
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    const { own } = await create(told, card);
    await scene.pass(30_000);
    await shownOnceMore(told, card, text?.sid);
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    const standing = (await card.replies()).filter((each) =>
      each.text === "hi"
    );
    assert.equal(standing.length, 1);
  },
);

/** A conversation that got a direct channel from a run that died before it took the pin off the old card. */
async function pinLeftBehind(told: Story) {
  const { scene, texts } = told;
  const card = await mayaWaits(told);
  const { own } = await create(told, card);
  await own.expectMessage("hi");
  await scene.pass(30_000);
  const spot = { channel: texts.id, timestamp: card.ts };
  await scene.asApp("pins.add", spot);
  return { card, own };
}

/** Dana answers Maya in her direct channel. */
async function answer(
  { scene, dana, maya }: Story,
  own: Awaited<ReturnType<typeof create>>["own"],
): Promise<void> {
  await own.post(dana, "hello");
  await maya.expectText("hello");
  await scene.pass(20_000);
}
