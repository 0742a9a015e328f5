import assert from "node:assert/strict";
import { Channel } from "../support/channel.ts";
import {
  create,
  directWithMaya,
  MAYAS,
  mayaWaits,
  shownOnceMore,
} from "../support/direct_channels.ts";
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

story(
  "a text with a picture that is taken along and back at the same time stands where its conversation is",
  async ({ scene, texts, dana, ana, maya }) => {
    await maya.textWith([await maya.take("image/jpeg", "a bicycle")], "look");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("look");
    await card.expectFile("Picture");
    await card.expectPinned();
    const goesOn = scene.wire.hold("GET media");
    await dana.pressButton(card, "create_channel");
    const own = new Channel(scene, await scene.expectChannel(MAYAS), MAYAS);
    const top = await own.expectMessage(/New/);
    await own.expectMessage(/What was said before/);
    await card.expectReply(/goes on in/);
    await top.expectPinned();
    await ana.pressButton(top, "move_back");
    await own.expectMessage(/goes on in/);
    await card.expectReply(/was in/);
    await scene.pass(10_000);
    goesOn();
    await scene.pass(2 * HOUR);
    const words = (await card.said()).slice(0, 2);
    assert.deepEqual(words, ["look", "Picture"]);
    await card.expectPinned();
    await top.expectUnpinned();
  },
);

story(
  "who waits in a direct channel whose card is deleted as its conversation goes back waits there",
  async (told) => {
    const { scene, dana, ana } = told;
    const card = await mayaWaits(told);
    const { own, top } = await create(told, card);
    await own.expectMessage("hi");
    await top.expectPinned();
    await card.expectUnpinned();
    const goesOn = scene.wire.hold("conversations.info");
    await dana.pressButton(top, "move_back");
    await scene.pass(2_000);
    await ana.delete(top);
    goesOn();
    await own.expectMessage(/goes on in/);
    await card.expectReply(/was in/);
    await card.expectReply("hi");
    await card.expectPinned();
  },
);

story(
  "who has waited for hours and is taken along by a run that died, and then back, stands where they waited, once",
  async (told) => {
    const { scene, dana } = told;
    const card = await mayaWaits(told);
    await scene.pass(5 * HOUR);
    const mend = scene.wire.spoil("pins.add", "never there");
    const { own, top } = await create(told, card);
    await own.expectMessage("hi");
    await scene.pass(60_000);
    mend();
    await dana.pressButton(top, "move_back");
    await own.expectMessage(/goes on in/);
    await card.expectReply(/was in/);
    await scene.pass(HOUR);
    assert.equal((await card.said())[0], "hi");
    await card.expectPinned();
    const words = (await own.messages()).map(({ text }) => text);
    assert(!words.includes("hi"));
  },
);

story(
  "who waits in a direct channel whose card is deleted after a run that was to take them back died waits where they stand as well",
  async (told) => {
    const { scene, dana } = told;
    const card = await mayaWaits(told);
    const [text] = scene.world.carrier.messages.newestFirst();
    const { own, top } = await create(told, card);
    await own.expectMessage("hi");
    await scene.pass(30_000);
    const mend = scene.wire.spoil("chat.getPermalink", "never there");
    await dana.pressButton(top, "move_back");
    await scene.pass(30_000);
    mend();
    // A run that knew of the way back shows it once more.
    await shownOnceMore(told, card, text?.sid);
    await dana.delete(top);
    await scene.pass(HOUR);
    await card.expectReply("hi");
    await card.expectPinned();
    const words = (await own.messages()).map(({ text }) => text);
    assert(!words.includes("hi"));
  },
);

story(
  "what a form sends leaves from a direct channel that a run which died was about to move the conversation back from",
  async (told) => {
    const { scene, texts, dana, maya, line } = told;
    const { own, top, card } = await directWithMaya(told);
    const form = await dana.openSendForm(texts);
    await scene.asApp("apps.datastore.put", {
      datastore: "places",
      item: {
        id: `${own.id}:${top.ts}`,
        line,
        contact: maya.number,
        direct_card: top.ts,
        moved_to: `${texts.id}:${card.ts}`,
        moved_at: scene.clock.now(),
      },
    });
    await form.submit({
      to: maya.number,
      channel: texts.id,
      message: "we close at six",
    });
    await maya.expectText("we close at six");
    const copy = await own.expectMessage("we close at six");
    await copy.expectMarks("heavy_check_mark", "vibration_mode");
  },
);
