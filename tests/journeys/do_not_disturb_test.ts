import assert from "node:assert/strict";
import {
  addToList,
  catchUp,
  leaveHalfDone,
  openList,
} from "../support/do_not_disturb.ts";
import { story } from "../support/story.ts";

story(
  "who is on Do Not Disturb is not shown, only counted, and can be reviewed and taken off",
  async ({ scene, maya, texts, dana, will }) => {
    await addToList(dana, texts, maya.number, "sends the same offer every day");
    await maya.text("Buy now!");
    await maya.text("Really, buy now!");
    await scene.pass(20_000);
    assert.deepEqual(await texts.messages(), []);

    const list = await openList(will, texts);
    const words = await list.words();
    assert.match(words, /by dana/i);
    assert.match(words, /sends the same offer every day/);
    assert.match(words, /2 texts blocked/);
    await list.act(`dnd ${maya.number}`, "dnd_review", "");
    const review = await will.expectModal("Blocked texts", /Really, buy now!/);
    assert.match(await review.words(), /Buy now!/);
    await review.close();

    await list.act(`dnd ${maya.number}`, "dnd_remove", "");
    await will.expectModal("Do Not Disturb", /Nobody is on the list/);
    await catchUp(scene);
    assert.deepEqual(await texts.messages(), []);
    await maya.begins(texts, "sorry about that");
  },
);

story(
  "nothing is texted to who is on Do Not Disturb, in any way, and whoever tries is told who put them there and why",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await card.expectPinned();
    await maya.is("off");
    const failed = await card.reply(dana, "are you there?");
    const notice = await card.expectReply(/switched off/);
    await failed.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    await addToList(dana, texts, maya.number, "a lawyer asked for it");
    await card.expectWords(/Do Not Disturb, by dana: a lawyer asked for it/i);
    const asked = () =>
      scene.world.journal.since(0).filter(({ side, method }) =>
        side === "carrier" && method.startsWith("POST")
      ).length;
    const before = asked();
    const why = /is on Do Not Disturb: dana put them there on .*a lawyer/i;

    const reply = await card.reply(will, "hello?");
    await card.expectReply(why);
    await reply.expectMarks("x");
    await texts.post(will, `send ${maya.number} hello`);
    await will.expectWhisper(why);
    const dashboard = await will.openDashboard(texts);
    await dashboard.click("send_text");
    const form = await will.expectModal("Send Text");
    const { errors } = await form.submit({
      to: maya.number,
      channel: texts.id,
      message: "hello",
    });
    assert.match(errors?.to ?? "", why);
    const step = await scene.runStep("send_text", {
      to: maya.number,
      message: "hello",
    });
    assert.match(JSON.stringify(step), why);
    await will.pressButton(notice, "retry");
    await card.expectReply(why);
    assert.equal(asked(), before);
    await maya.expectNoText();
  },
);

story(
  "the button on a card puts its contact on the list and takes them off, days later and for anyone",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await card.expectPinned();
    await scene.passIdly(3 * 24 * 3_600_000);
    await will.pressButton(card, "do_not_disturb");
    const form = await will.expectModal("Do Not Disturb", /0142/);
    assert.equal((await form.submit({ why: "spam" })).errors, undefined);
    assert.deepEqual(await will.views(), []);
    await card.expectWords(/Do Not Disturb, by will: spam/i);
    await card.expectUnpinned();
    await maya.text("are you there?");
    await scene.pass(20_000);
    await catchUp(scene);

    await card.expectWords(/Take off Do Not Disturb/);
    await dana.pressButton(card, "do_not_disturb");
    const off = await dana.expectModal("Do Not Disturb", /blocked since: 1/);
    await off.submit({});
    assert.deepEqual(await dana.views(), []);
    await card.expectNoWords(/Take off/);
    await catchUp(scene);
    await maya.text("hello again");
    await card.expectReply("hello again");
    await card.reply(dana, "welcome");
    await maya.expectText("welcome");
  },
);

story(
  "whoever adds or removes second is told who was first, and nothing changes",
  async ({ maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await dana.pressButton(card, "do_not_disturb");
    const first = await dana.expectModal("Do Not Disturb", /0142/);
    await will.pressButton(card, "do_not_disturb");
    const second = await will.expectModal("Do Not Disturb", /0142/);
    await first.submit({ why: "first" });
    const { errors } = await second.submit({ why: "second" });
    assert.match(
      errors?.why ?? "",
      /on the list already: dana put them there \(“first”\)/i,
    );
    await card.expectWords(/by dana: first/i);
    await second.close();

    await dana.pressButton(card, "do_not_disturb");
    const off = await dana.expectModal("Do Not Disturb", /put them there/);
    await will.pressButton(card, "do_not_disturb");
    const late = await will.expectModal("Do Not Disturb", /put them there/);
    await off.submit({});
    await late.submit({});
    await will.expectModal("Clerk", /not on Do Not Disturb any more/);
  },
);

story(
  "a contact who came before they were put on the list keeps what was shown, and the carrier keeps the rest",
  async ({ scene, maya, texts, dana, line }) => {
    await maya.begins(texts, "shown");
    await scene.pass(2_000);
    await addToList(dana, texts, maya.number, "");
    const sid = await maya.text("kept");
    await scene.pass(20_000);
    await catchUp(scene);
    await catchUp(scene);
    assert.match(
      await (await openList(dana, texts)).words(),
      /1 text blocked/,
    );
    const held = scene.world.carrier.messages.get(sid);
    assert.equal(held?.to, line);
  },
);

story(
  "the list turns its pages when there are many",
  async ({ scene, texts, dana }) => {
    for (let at = 0; at < 20; at++) {
      await leaveHalfDone(scene, `+1415555${String(1000 + at)}`, at);
    }
    const list = await openList(dana, texts);
    assert.match(await list.words(), /Page 1 of 2 · 20 contacts/);
    assert.doesNotMatch(await list.words(), /1000/);
    await list.click("dnd_older");
    await dana.expectModal("Do Not Disturb", /Page 2 of 2.*/);
    assert.match(await list.words(), /555-1000/);
    await list.click("dnd_newer");
    await dana.expectModal("Do Not Disturb", /Page 1 of 2/);
  },
);
