import assert from "node:assert/strict";
import { Channel, Message } from "../support/channel.ts";
import {
  archive,
  create,
  MAYAS,
  mayaWaits,
} from "../support/direct_channels.ts";
import { type Story, story } from "../support/story.ts";
import type { Teammate } from "../support/teammate.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a send line to a contact whose card was deleted begins a new card, which says whose the conversation is now",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const old = await mayaWaits(told);
    const [hi] = await old.replies();
    await scene.pass(5_000);
    dana.delete(old);
    dana.delete(new Message(texts, hi?.ts ?? ""));
    await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.expectText("we close at six");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("we close at six");
    await card.expectWords(new RegExp(`Assigned to.*${dana.id}`));
    await card.expectWords(/State.{1,9}Open/);
  },
);

story(
  "what has long waited under a deleted card goes along to the new one with a text that only catch-up finds",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const old = await mayaWaits(told);
    await scene.pass(2 * HOUR);
    dana.delete(old);
    const mend = scene.cutBell();
    await maya.text("anybody there?");
    await scene.pass(HOUR);
    mend();
    const card = await texts.expectMessage(/New/);
    await card.expectReply("hi");
    await card.expectReply("anybody there?");
    await card.expectPinned();
    await assert.rejects(old.said(), /thread_not_found/);
  },
);

story(
  "what has long waited under a deleted card goes along to the new one though the run that was to put it up died",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const old = await mayaWaits(told);
    await scene.pass(2 * HOUR);
    dana.delete(old);
    const mend = scene.wire.spoil("chat.postMessage", "never there", 1);
    await maya.text("anybody there?");
    await scene.pass(60_000);
    mend();
    await scene.pass(HOUR);
    const card = await texts.expectMessage(/New/);
    await card.expectReply("hi");
    await card.expectReply("anybody there?");
    await card.expectPinned();
    await scene.pass(HOUR);
    await assert.rejects(old.said(), /thread_not_found/);
  },
);

story(
  "a send line to a contact whose direct channel is archived goes to the old thread, whose card says whose the conversation is now",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    await archive(scene, dana.token, own);
    await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.expectText("we close at six");
    await card.expectReply("we close at six");
    await card.expectReply(/is archived/);
    await card.expectWords(new RegExp(`Assigned to.*${dana.id}`));
    await card.expectWords(/State.{1,9}Open/);
  },
);

story(
  "who answers while a conversation gets its direct channel stands on the card there",
  async (told) => {
    const { scene, dana, ana, maya } = told;
    const card = await mayaWaits(told);
    const goesOn = scene.wire.hold("conversations.setTopic");
    await dana.pressButton(card, "create_channel");
    await scene.pass(2_000);
    await card.reply(ana, "hello");
    await maya.expectText("hello");
    await card.expectWords(new RegExp(`Assigned to.*${ana.id}`));
    await scene.pass(20_000);
    goesOn();
    await expectOnItsCard(told, card, ana);
  },
);

story(
  "whose answer is still on its way when the conversation has its direct channel stands on the card there as well",
  async (told) => {
    const { scene, dana, ana, maya } = told;
    const card = await mayaWaits(told);
    const leaves = scene.wire.hold("POST /Messages");
    await card.reply(ana, "hello");
    await scene.pass(500);
    await dana.pressButton(card, "create_channel");
    await scene.pass(10_000);
    leaves();
    await maya.expectText("hello");
    const own = await expectOnItsCard(told, card, ana);
    await own.expectMessage("hi");
  },
);

/** Waits until somebody stands on the card in Maya's direct channel. @returns the channel. */
async function expectOnItsCard(
  { scene }: Story,
  old: Message,
  { id }: Teammate,
): Promise<Channel> {
  const own = new Channel(scene, await scene.expectChannel(MAYAS), MAYAS);
  const card = await own.expectMessage(/New/);
  await own.expectMessage(/What was said before/);
  await old.expectReply(/goes on in/);
  await card.expectWords(new RegExp(`Assigned to.*${id}`));
  return own;
}

story(
  "a text that stands under the deleted card, as its run gave up before it missed the card, goes along with the next one",
  async ({ scene, maya, texts, dana }) => {
    const old = await maya.begins(texts, "one");
    await scene.pass(120_000);
    await dana.delete(old);
    const mend = scene.wire.spoil("pins.add", "never there");
    await maya.text("two");
    await scene.pass(20_000);
    mend();
    await maya.text("three");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectPinned();
    for (const words of ["one", "two", "three"]) await card.expectReply(words);
    await scene.pass(90_000);
    const said = (await card.replies()).map(({ text }) => text);
    assert.deepEqual(said, ["one", "two", "three"]);
  },
);
