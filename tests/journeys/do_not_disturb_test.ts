import assert from "node:assert/strict";
import type { Scene } from "../support/scene.ts";
import { story } from "../support/story.ts";
import type { Channel } from "../support/channel.ts";
import type { Teammate } from "../support/teammate.ts";

story(
  "who is on Do Not Disturb is not shown, only counted, and can be reviewed and taken off",
  async ({ scene, maya, texts, dana, will }) => {
    await add(dana, texts, maya.number, "sends the same offer every day");
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
    await maya.text("sorry about that");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("sorry about that");
  },
);

story(
  "nothing is texted to who is on Do Not Disturb, in any way, and whoever tries is told who put them there and why",
  async ({ scene, maya, texts, dana, will }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectPinned();
    await maya.is("off");
    const failed = await card.reply(dana, "are you there?");
    const notice = await card.expectReply(/switched off/);
    await failed.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    await add(dana, texts, maya.number, "a lawyer asked for it");
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
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectPinned();
    await scene.pass(3 * 24 * 3_600_000);
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
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
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
  "of two who add somebody at the very same moment one stands, everywhere alike",
  async ({ scene, maya, texts, dana, will }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    const forms = [];
    for (const person of [dana, will]) {
      await person.pressButton(card, "do_not_disturb");
      forms.push(await person.expectModal("Do Not Disturb", /0142/));
    }
    const answers = await Promise.all(
      forms.map((form, at) => form.submit({ why: `reason ${at}` })),
    );
    const told = answers.flatMap(({ errors }) => errors?.why ?? []);
    assert.equal(told.length, 1);
    const list = await (await openList(dana, texts)).words();
    const stands = /reason \d/.exec(list)?.[0];
    assert(stands);
    assert(told.every((sentence) => sentence.includes(stands)));
    await card.expectWords(new RegExp(stands));
    const reply = await card.reply(will, "hello?");
    await card.expectReply(new RegExp(stands));
    await reply.expectMarks("x");
    await scene.pass(1_000);
  },
);

story(
  "what a blocked text's lost ring kept back is not shown by catch-up, while on the list or after",
  async ({ scene, maya, texts, dana }) => {
    await add(dana, texts, maya.number, "");
    const mend = scene.cutBell();
    await maya.text("psst");
    await scene.pass(5_000);
    const list = await openList(dana, texts);
    await list.act(`dnd ${maya.number}`, "dnd_remove", "");
    await dana.expectModal("Do Not Disturb", /Nobody is on the list/);
    await scene.pass(2_000);
    await maya.text("and now?");
    mend();
    await catchUp(scene);
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("and now?");
  },
);

story(
  "a contact who came before they were put on the list keeps what was shown, and the carrier keeps the rest",
  async ({ scene, maya, texts, dana, line }) => {
    await maya.text("shown");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("shown");
    await scene.pass(2_000);
    await add(dana, texts, maya.number, "");
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
  "an entry whose writer died half-way is made good when the list is opened, and when somebody adds it again",
  async ({ scene, maya, noah, texts, dana }) => {
    await leaveHalfDone(scene, maya.number);
    const list = await openList(dana, texts);
    assert.match(await list.words(), /0142/);
    await dana.closeAll();
    await maya.text("blocked");
    await scene.pass(10_000);
    assert.deepEqual(await texts.messages(), []);
    const again = await openList(dana, texts);
    assert.match(await again.words(), /1 text blocked/);
    await leaveHalfDone(scene, noah.number);
    await again.click("dnd_add");
    const form = await dana.expectModal("Do Not Disturb", /Reason/);
    const { errors } = await form.submit({ number: noah.number, why: "" });
    assert.match(errors?.number ?? "", /on the list already: dana/);
    await dana.closeAll();
    await noah.text("blocked too");
    await scene.pass(10_000);
    assert.deepEqual(await texts.messages(), []);
  },
);

story(
  "what is left of an entry, where a text was counted just as it was taken off, hinders nobody",
  async ({ scene, maya, noah, texts, dana }) => {
    await add(dana, texts, noah.number, "a wrong number");
    await scene.asApp("apps.datastore.update", {
      datastore: "do_not_disturb",
      item: { contact: maya.number, blocked: ["SM1"], blocked_count: 1 },
    });
    const list = await openList(dana, texts);
    assert.match(await list.words(), /a wrong number/);
    assert.doesNotMatch(await list.words(), /0142/);
    await list.click("dnd_add");
    const form = await dana.expectModal("Do Not Disturb", /Reason/);
    await form.submit({ number: maya.number, why: "sends offers" });
    await dana.expectModal("Do Not Disturb", /sends offers/);
    await dana.closeAll();
    await maya.text("Buy now!");
    await scene.pass(20_000);
    const again = await openList(dana, texts);
    assert.match(await again.words(), /1 text blocked/);
    assert.deepEqual(await texts.messages(), []);
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

/** Adds a number to the list from the dashboard, and closes it again. */
async function add(
  person: Teammate,
  channel: Channel,
  number: string,
  why: string,
): Promise<void> {
  const list = await openList(person, channel);
  assert.match(await list.words(), /Nobody is on the list/);
  await list.click("dnd_add");
  const form = await person.expectModal("Do Not Disturb", /Reason/);
  assert.equal((await form.submit({ number, why })).errors, undefined);
  await person.expectModal("Do Not Disturb", /no texts blocked/);
  await person.closeAll();
}

async function openList(person: Teammate, channel: Channel) {
  const dashboard = await person.openDashboard(channel);
  await dashboard.click("do_not_disturb");
  return await person.expectModal("Do Not Disturb", /Add a number/);
}

async function catchUp(scene: Scene): Promise<void> {
  await scene.pass(65 * 60_000);
}

/** What somebody leaves behind who dies between the list and its copy. */
async function leaveHalfDone(
  scene: Scene,
  contact: string,
  at = 0,
): Promise<void> {
  await scene.asApp("apps.datastore.put", {
    datastore: "do_not_disturb",
    item: { contact, by: "dana", at: scene.clock.now() + at, why: "" },
  });
}
