import assert from "node:assert/strict";
import type { Channel } from "../support/channel.ts";
import { archive, directWithMaya } from "../support/direct_channels.ts";
import { deleteChannel, writtenTo } from "../support/more_places.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a form's text gets no answer from the carrier, and its channel is deleted: who asked is written to",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own } = await directWithMaya(told);
    const go = await submitted(told, own, "POST /Messages");
    scene.wire.spoil("POST /Messages", "never there");
    deleteChannel(scene, own, dana);
    go();
    await expectLetter(told);
    await scene.pass(HOUR);
    assert.equal((await writtenTo(scene, dana)).length, 1);
    await maya.expectNoText();
  },
);

story(
  "a form's text is about to be claimed as its channel is deleted: who asked is written to",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own } = await directWithMaya(told);
    const go = await submitted(told, own, "reactions.add");
    deleteChannel(scene, own, dana);
    go();
    await expectLetter(told);
    await scene.pass(HOUR);
    await maya.expectNoText();
  },
);

story(
  "where the channel was archived, the thread tells, and nobody is written to",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    const go = await submitted(told, own, "reactions.add");
    await archive(scene, dana.token, own);
    go();
    await scene.pass(HOUR);
    await card.expectReply(/is archived/);
    await card.expectReply("we close at six");
    await card.expectReply(/did not leave.*Press Retry/);
    assert.deepEqual(await writtenTo(scene, dana), []);
    await maya.expectNoText();
  },
);

/** Dana asks for a text with the form, whose run is held up at a call. @returns what lets it go. */
async function submitted(
  { scene, dana, maya }: Story,
  own: Channel,
  call: string,
): Promise<() => void> {
  const form = await dana.openSendForm(own);
  const go = scene.wire.hold(call);
  await form.submit({ to: maya.number, message: "we close at six" });
  await own.expectMessage("we close at six");
  await scene.pass(5_000);
  return go;
}

async function expectLetter({ scene, dana }: Story): Promise<void> {
  await scene.pass(30_000);
  const [letter = ""] = await writtenTo(scene, dana);
  assert.match(letter, /what becomes of your text to \+1 415-555-0142.*ask/s);
}
