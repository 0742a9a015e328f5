import assert from "node:assert/strict";
import { create, mayaWaits } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

/** What puts a file in a thread. */
const SHARE = "files.completeUploadExternal";

story(
  "a picture is shown under the text it came with",
  async ({ scene, maya, texts }) => {
    const picture = await maya.take("image/jpeg", "a bicycle");
    await maya.textWith([picture], "look at this");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("look at this");
    assert.equal(await card.expectFile("Picture"), "a bicycle");
    await card.expectPinned();
    await scene.pass(2 * HOUR);
    assert.deepEqual(await card.said(), ["look at this", "Picture"]);
  },
);

story(
  "everything that came with a text is shown in order, also without words",
  async ({ maya, texts }) => {
    const card = await maya.begins(texts, "hi");
    await maya.textWith([
      await maya.take("image/png", "one"),
      await maya.take("video/mp4", "two"),
      await maya.take("text/vcard", "three"),
    ]);
    await card.expectReply(/no words/);
    assert.equal(await card.expectFile("Picture 1 of 3"), "one");
    assert.equal(await card.expectFile("Video 2 of 3"), "two");
    assert.equal(await card.expectFile("Contact card 3 of 3"), "three");
    const titles = (await card.said()).slice(2);
    assert.deepEqual(titles, [
      "Picture 1 of 3",
      "Video 2 of 3",
      "Contact card 3 of 3",
    ]);
  },
);

story(
  "a picture that the carrier gets later than the text is waited for, the text is not held up",
  async ({ scene, maya, texts }) => {
    await maya.textWith([await maya.take("image/gif", "late")], "wait for it");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("wait for it");
    await card.expectPinned();
    assert.deepEqual(await card.said(), ["wait for it"]);
    await scene.pass(6_000);
    assert.equal(await card.expectFile("Picture"), "late");
  },
  { mediaDelay: 5_000 },
);

story(
  "a picture that cannot be fetched is named in its place, once, with what to do",
  async ({ scene, maya, texts }) => {
    await maya.textWith([
      await maya.take("image/png", "one"),
      "https://pictures.test/gone.jpg",
      await maya.take("image/png", "three"),
    ], "three of them");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("three of them");
    await card.expectFile("Picture 1 of 3");
    await card.expectReply(
      "📎 Picture 2 of 3 cannot be shown here. The carrier does not have it. Ask them to send it again.",
    );
    await card.expectFile("Picture 3 of 3");
    await scene.pass(2 * HOUR);
    assert.equal((await card.replies()).length, 4);
  },
);

story(
  "a ring that comes twice, and twice again later, shows a picture once",
  async ({ scene, maya, texts }) => {
    const sid = await maya.textWith([await maya.take("image/png", "x")], "hi");
    const ring = { message_sid: sid, from: maya.number, to: scene.line };
    await scene.ring("Inbound text", ring);
    await scene.ring("Inbound text", ring);
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectFile("Picture");
    await scene.pass(30_000);
    await scene.ring("Inbound text", ring);
    await scene.pass(HOUR);
    assert.deepEqual(await card.said(), ["hi", "Picture"]);
  },
);

story(
  "pictures that a run left behind are shown by the next catch-up, those that stand are not doubled",
  async ({ scene, maya, texts }) => {
    const mend = scene.wire.spoil(SHARE, "never there", 1);
    await maya.textWith([
      await maya.take("image/png", "one"),
      await maya.take("image/png", "two"),
    ], "two of them");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("two of them");
    await card.expectFile("Picture 1 of 2");
    await card.expectPinned();
    await scene.pass(90_000);
    assert.deepEqual(await card.said(), ["two of them", "Picture 1 of 2"]);
    mend();
    await scene.pass(HOUR);
    assert.equal(await card.expectFile("Picture 2 of 2"), "two");
    await scene.pass(HOUR);
    assert.equal((await card.replies()).length, 3);
  },
);

story(
  "a picture whose showing was never confirmed is not shown again",
  async ({ scene, maya, texts }) => {
    scene.wire.spoil(SHARE, "no answer");
    await maya.textWith([await maya.take("image/png", "x")], "hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectFile("Picture");
    await scene.pass(2 * HOUR);
    assert.deepEqual(await card.said(), ["hi", "Picture"]);
    const shared = scene.world.journal.since(0)
      .filter(({ method }) => method === "files.completeUploadExternal");
    assert.equal(shared.length, 1);
  },
);

story(
  "a picture that came to stand there twice is taken away once",
  async ({ scene, maya, texts }) => {
    const { fetch } = scene.world;
    scene.world.fetch = async (request) => {
      const isShared = /files\.completeUpload/.test(request.url);
      if (isShared) await fetch(request.clone());
      return await fetch(request);
    };
    await maya.textWith([await maya.take("image/png", "x")], "hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectFile("Picture");
    await scene.pass(10_000);
    assert.deepEqual(await card.said(), ["hi", "Picture"]);
  },
);

story(
  "a picture that the carrier does not hand over in time is named, and shown in place of that by the next catch-up",
  async ({ scene, maya, texts }) => {
    const mend = scene.wire.spoil("GET media", "never there");
    await maya.textWith([await maya.take("image/png", "x")], "hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectReply(/not hand it over in time. I will try again/);
    mend();
    await scene.pass(HOUR + 60_000);
    assert.equal(await card.expectFile("Picture"), "x");
    await scene.pass(HOUR);
    assert.deepEqual(await card.said(), ["hi", "Picture"]);
  },
);

story(
  "a picture that a catch-up has tried in vain is shown by the next one, though others were texted since",
  async ({ scene, dana, maya, texts }) => {
    const mend = scene.wire.spoil("GET media", "never there");
    await maya.textWith([await maya.take("image/png", "x")], "hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectReply(/not hand it over in time. I will try again/);
    await scene.pass(HOUR + 60_000);
    mend();
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    await scene.pass(HOUR);
    assert.equal(await card.expectFile("Picture"), "x");
    await scene.pass(HOUR);
    assert.deepEqual(await card.said(), ["hi", "hello", "Picture"]);
  },
);

story(
  "a picture that a catch-up has tried in vain comes where its conversation was before it got a channel",
  async (told) => {
    const { scene, dana, maya } = told;
    const card = await mayaWaits(told);
    const mend = scene.wire.spoil("GET media", "never there");
    await maya.textWith([await maya.take("image/png", "x")], "look");
    await card.expectReply("look");
    await card.expectReply(/not hand it over in time. I will try again/);
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    await card.expectUnpinned();
    const { own } = await create(told, card);
    await scene.pass(HOUR + 60_000);
    mend();
    await maya.text("and?");
    await own.expectMessage("and?");
    await scene.pass(HOUR);
    assert.equal(await card.expectFile("Picture"), "x");
  },
);

story(
  "a text whose rings were all lost is shown by catch-up with its pictures",
  async ({ scene, maya, texts }) => {
    scene.cutBell();
    await maya.textWith([await maya.take("image/png", "x")], "hi");
    await scene.pass(HOUR + 60_000);
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    assert.equal(await card.expectFile("Picture"), "x");
  },
);
