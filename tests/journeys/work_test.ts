import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const HOUR = 3_600_000;

story(
  "who answers first is the assignee, and the card says so",
  async ({ maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hello");
    await card.reply(dana, "hi, this is Dana");
    await maya.expectText("hi, this is Dana");
    await card.expectWords(new RegExp(`Assigned to.*${dana.id}`));
    await card.expectWords(/State.*Open/);
    await card.reply(will, "and Will");
    await maya.expectText("and Will");
    await card.expectNoWords(new RegExp(`Assigned to[^}]*${will.id}`));
  },
);

story(
  "Assign says whose a conversation is, how it stands and what it is about, and tells those who are concerned",
  async ({ maya, texts, general, dana, will, ana }) => {
    const card = await maya.begins(texts, "hello");
    const form = await dana.openAssign(card);
    await form.submit({
      assignees: [will.id],
      channels: [general.id],
      subject: "Her *bike*",
      state: "open",
      priority: "high",
      tags: ["repairs"],
      note: "She called <!channel> twice",
    });
    await card.expectReply(/Dana|🔒.*called/);
    await card.expectReply(new RegExp(`assigned this to <@${will.id}>`));
    await general.expectMessage(/assigned you a conversation/);
    await card.expectWords(new RegExp(`Assigned to.*${will.id}`));
    await card.expectWords(/State.*Open/);
    await card.expectWords(/Priority.*High/);
    await card.expectWords(/Tags.*repairs/);
    await card.expectNoWords(/<!channel>/);
    assert.deepEqual(await dana.views(), []);
    await maya.expectNoText();
    await ana.pressButton(card, "assign");
    await ana.expectModal("Assign", /repairs/);
  },
);

story(
  "a conversation that is solved waits for nobody, and is open again when its contact texts",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hello");
    await card.expectPinned();
    await dana.pressButton(card, "solve");
    await card.expectUnpinned();
    await card.expectWords(/State.*Solved/);
    await maya.text("one more thing");
    await card.expectReply("one more thing");
    await card.expectPinned();
    await card.expectWords(/State.*Open/);
  },
);

story(
  "a hidden card is one line, until it is shown or its contact texts",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hello");
    await dana.pressButton(card, "hide");
    await card.expectWords(/hidden/);
    await dana.pressButton(card, "show");
    await card.expectNoWords(/hidden/);
    await dana.pressButton(card, "hide");
    await card.expectWords(/hidden/);
    await maya.text("still there?");
    await card.expectReply("still there?");
    await card.expectNoWords(/hidden/);
  },
);

story(
  "a pending conversation comes back when it is due",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hello");
    const due = Math.floor(scene.clock.now() / 1000) + 2 * 3600;
    const form = await dana.openAssign(card);
    await form.submit({
      state: "pending",
      priority: "normal",
      back_at: due,
    });
    await card.expectUnpinned();
    await card.expectWords(/State.*Pending/);
    await scene.pass(3600_000);
    await card.expectWords(/State.*Pending/);
    await scene.pass(2.2 * 3600_000);
    await card.expectReply(/was put off until now/);
    await card.expectPinned();
    await card.expectWords(/State.*Open/);
  },
);

story(
  "two people who change a conversation at once lose nothing of it",
  async ({ maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hello");
    await Promise.all([
      dana.pressButton(card, "solve"),
      will.pressButton(card, "hide"),
    ]);
    await card.expectWords(/hidden/);
    await will.pressButton(card, "show");
    await card.expectWords(/State.*Solved/);
  },
);

story(
  "a button that says what no card says changes nothing",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "hello");
    for (const [conversation, deed] of [["x", "solve"], ["+1:+2", "hide"]]) {
      await scene.runStep("card_button", {
        user_id: "U1",
        conversation: conversation ?? "",
        deed: deed ?? "",
      });
    }
    await card.expectPinned();
  },
);

story(
  "✅ on a card solves its conversation, ⏰ puts it off until nine tomorrow",
  async ({ scene, maya, noah, texts, dana }) => {
    await maya.text("hello");
    const done = await texts.expectMessage(/0142/);
    await done.expectReply("hello");
    await noah.text("hi");
    const later = await texts.expectMessage(/0171/);
    await later.expectReply("hi");
    await dana.react(done, "white_check_mark");
    await done.expectWords(/State.*Solved/);
    await done.expectUnpinned();
    await dana.react(later, "alarm_clock");
    await later.expectWords(/State.*Pending/);
    await later.expectUnpinned();
    await scene.pass(26 * 3600_000);
    await later.expectReply(/was put off until now/);
    await later.expectPinned();
    await done.expectUnpinned();
  },
);

story(
  "two who answer within a minute hear of each other, and who answers in another's conversation hears of that",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hello");
    await card.reply(dana, "hi");
    await maya.expectText("hi");
    await card.reply(will, "hi there");
    await maya.expectText("hi there");
    await will.expectWhisper(new RegExp(`${dana.id}> has just answered`));
    await dana.expectWhisper(new RegExp(`${will.id}> has just answered`));
    await scene.pass(120_000);
    await card.reply(will, "are you coming?");
    await maya.expectText("are you coming?");
    await will.expectWhisper(new RegExp(`assigned to <@${dana.id}>`));
    await card.reply(dana, "please do");
    await maya.expectText("please do");
    await dana.expectWhisper(new RegExp(`${will.id}> has just answered`));
  },
);

story(
  "a pin that could not be taken off as a conversation was solved is taken off by the next catch-up, long after its last text",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hello");
    await scene.pass(5 * HOUR);
    const mend = scene.wire.spoil("pins.remove", "never there");
    await dana.pressButton(card, "solve");
    await card.expectWords(/State.*Solved/);
    await scene.pass(60_000);
    assert.ok(await card.isPinned());
    mend();
    await scene.pass(HOUR);
    await card.expectUnpinned();
    await card.expectWords(/State.*Solved/);
  },
);
