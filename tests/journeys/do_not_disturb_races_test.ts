import assert from "node:assert/strict";
import {
  addToList,
  catchUp,
  leaveHalfDone,
  openList,
} from "../support/do_not_disturb.ts";
import { story } from "../support/story.ts";

/** What puts a file in a thread. */
const SHARE = "files.completeUploadExternal";

story(
  "of two who add somebody at the very same moment one stands, everywhere alike",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
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
    await addToList(dana, texts, maya.number, "");
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
    await addToList(dana, texts, noah.number, "a wrong number");
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
  "pictures of a text that was shown are made good also where its contact was put on the list as it came",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await dana.pressButton(card, "do_not_disturb");
    const form = await dana.expectModal("Do Not Disturb", /0142/);
    const mend = scene.wire.spoil(SHARE, "never there");
    const picture = await maya.take("image/png", "a bicycle");
    // The carrier knows whole seconds: what comes in the one in which the list is written is kept back.
    await scene.pass(1_000 - scene.clock.now() % 1_000);
    await maya.textWith([picture], "look at this");
    await card.expectReply("look at this");
    await form.submit({ why: "enough" });
    await card.expectWords(/Do Not Disturb, by dana: enough/i);
    await scene.pass(90_000);
    assert.deepEqual(await card.said(), ["hi", "look at this"]);
    mend();
    await catchUp(scene);
    assert.equal(await card.expectFile("Picture"), "a bicycle");
  },
);
