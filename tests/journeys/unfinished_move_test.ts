import assert from "node:assert/strict";
import { Channel, type Message } from "../support/channel.ts";
import {
  create,
  directWithMaya,
  MAYAS,
  mayaWaits,
} from "../support/direct_channels.ts";
import { deleteChannel } from "../support/more_places.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a reply under the old card is texted where the run that moved its conversation died, and the new channel is gone",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await halfMoved(told);
    deleteChannel(scene, own, dana);
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "we close at six");
    mend();
    await scene.pass(2 * HOUR);
    await maya.expectText("we close at six");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await card.expectUnpinned();
  },
);

story(
  "a reply whose run died under such a card is told of, with Retry",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await halfMoved(told);
    deleteChannel(scene, own, dana);
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "we close at six");
    mend();
    await claim(told, reply);
    await scene.pass(2 * HOUR);
    const notice = await card.expectReply(/did not leave: I was interrupted/);
    await reply.expectMarks("x");
    await dana.pressButton(notice, "retry");
    await maya.expectText("we close at six");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "what was texted under such a card gets its last mark though no ring comes",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await halfMoved(told);
    const mend = scene.cutBell();
    const reply = await card.reply(dana, "we close at six");
    await reply.expectMarks("heavy_check_mark");
    deleteChannel(scene, own, dana);
    await maya.expectText("we close at six");
    await scene.pass(60_000);
    mend();
    await scene.pass(2 * HOUR);
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
  { delays: { delivered: 20_000 } },
);

story(
  "a reply that left from the old card by a run that died is not said to have failed when the move is finished",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await halfMoved(told);
    const mend = scene.wire.spoil(/ \/Messages/, "no answer");
    const reply = await card.reply(dana, "we close at six");
    await maya.expectText("we close at six");
    await scene.pass(60_000);
    mend();
    await scene.pass(2 * HOUR);
    await own.expectMessage(/What was said before/);
    await own.expectMessage("hi");
    await card.expectReply(/goes on in/);
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a picture that was never shown under such a card comes there, though the channel that followed is gone",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const mend = scene.wire.spoil(
      "files.completeUploadExternal",
      "never there",
    );
    await maya.textWith([await maya.take("image/png", "x")], "look");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("look");
    await card.expectPinned();
    await scene.pass(60_000);
    mend();
    const { own } = await halfMoved(told, card);
    deleteChannel(scene, own, dana);
    await scene.pass(2 * HOUR);
    assert.equal(await card.expectFile("Picture"), "x");
    await scene.pass(2 * HOUR);
    const words = await card.said();
    assert.equal(words.length, new Set(words).size, "each stands there once");
  },
);

story(
  "an answer takes the pin off a new card in a direct channel though the run that put it up died",
  async (told) => {
    const { scene, line, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    dana.delete(top);
    await maya.text("anybody there?");
    await own.expectMessage("anybody there?");
    const next = await own.expectMessage(/New/);
    await next.expectPinned();
    const { number: contact } = maya;
    const item = { id: own.id, line, contact, direct_card: top.ts };
    const row = { datastore: "places", item };
    await scene.asApp("apps.datastore.put", row);
    await scene.pass(HOUR + 60_000);
    await own.post(dana, "yes");
    await maya.expectText("yes");
    await next.expectUnpinned();
  },
);

/** A conversation that the run which moved it to a direct channel left where the old thread does not say so yet. */
async function halfMoved(
  told: Story,
  from?: Message,
): Promise<{ own: Channel; card: Message }> {
  const { scene, dana } = told;
  const card = from ?? await mayaWaits(told);
  const mend = scene.wire.spoil("apps.datastore.put", "never there", 4);
  await dana.pressButton(card, "create_channel");
  const own = new Channel(scene, await scene.expectChannel(MAYAS), MAYAS);
  await own.expectMessage(/New/);
  await scene.pass(60_000);
  mend();
  return { own, card };
}

/** Puts the ⏳ of a run that dies on a reply. */
async function claim({ scene }: Story, { channel, ts }: Message) {
  await scene.asApp("reactions.add", {
    channel: channel.id,
    timestamp: ts,
    name: "hourglass_flowing_sand",
  });
}

story(
  "a card that came while its conversation moved, as the old one was deleted, is left for the direct channel too",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const card = await mayaWaits(told);
    await card.reply(dana, "// ask her about the bike");
    const go = scene.wire.hold("conversations.setTopic");
    await dana.pressButton(card, "create_channel");
    const own = new Channel(scene, await scene.expectChannel(MAYAS), MAYAS);
    const top = await own.expectMessage(/New/);
    await scene.pass(5_000);
    dana.delete(card);
    await maya.text("anybody there?");
    const next = await texts.expectMessage(/New/);
    await next.expectReply("anybody there?");
    go();
    await card.expectReply(/goes on in/);
    await scene.pass(2 * HOUR);
    await own.expectMessage("hi");
    await own.expectMessage("anybody there?");
    for (const _thread of [card, next]) {
      await own.expectMessage(/What was said before/);
    }
    await next.expectReply(/goes on in/);
    await next.expectUnpinned();
    await top.expectPinned();
  },
);

story(
  "who waits where a move died before its pin was set waits on, though the card that still had one is deleted",
  async (told) => {
    const { scene, dana } = told;
    const { card, top } = await movedWithoutPin(told);
    await dana.delete(card);
    await scene.pass(2 * HOUR);
    await top.expectPinned();
    assert(!(await card.said()).includes("hi"));
  },
);

story(
  "who waits where a move died before its pin was set waits on, though the card that was to get it is deleted",
  async (told) => {
    const { scene, dana } = told;
    const { own, card, top } = await movedWithoutPin(told);
    await dana.delete(top);
    await scene.pass(2 * HOUR);
    const next = await own.expectMessage(/New/);
    await next.expectPinned();
    await card.expectUnpinned();
    assert(!(await card.said()).includes("hi"));
  },
);

/** A conversation that waits, and whose pin the run that moved it to a direct channel could not take along. */
async function movedWithoutPin(
  told: Story,
): Promise<{ own: Channel; card: Message; top: Message }> {
  const { scene } = told;
  const card = await mayaWaits(told);
  await card.expectPinned();
  const mend = scene.wire.spoil("pins.add", "never there");
  const { own, top } = await create(told, card);
  await own.expectMessage("hi");
  await scene.pass(60_000);
  mend();
  return { own, card, top };
}
