import assert from "node:assert/strict";
import { beginByForm } from "../support/begin_by_form.ts";
import { story } from "../support/story.ts";

story(
  "the form texts a new contact and begins the conversation in the chosen channel",
  async ({ maya, texts, dana }) => {
    const form = await dana.openSendForm(texts);
    const answer = await form.submit({
      to: "415 555 0142",
      channel: texts.id,
      message: "Hello from Clerk",
    });
    assert.equal(answer.errors, undefined);
    await maya.expectText("Hello from Clerk");
    const card = await texts.expectMessage(/New Conversation/);
    const copy = await card.expectReply("Hello from Clerk");
    await copy.expectMarks("heavy_check_mark", "vibration_mode");
    assert.deepEqual(await dana.views(), []);
    assert.match(JSON.stringify(await copy.seen()), new RegExp(dana.id));
    await maya.text("hi there");
    await card.expectReply("hi there");
  },
);

story(
  "the channel defaults to where the dashboard was opened",
  async ({ general, dana }) => {
    const form = await dana.openSendForm(general);
    assert.match(
      await form.words(),
      new RegExp(`"initial_conversation":"${general.id}"`),
    );
  },
);

story(
  "a text begun in a channel that was not connected yet: replies there are texted too",
  async ({ maya, texts, general, dana, will }) => {
    const card = await beginByForm(dana, maya, general, "hello");
    await card.reply(will, "and again");
    await maya.expectText("and again");
    await texts.expectMessage(/New conversation with/);
  },
);

story(
  "an existing conversation keeps its place, and the form says so",
  async ({ maya, texts, general, dana }) => {
    const card = await maya.begins(texts, "hi");
    const form = await dana.openSendForm(general);
    await form.act("to", "to", "4155550142");
    await dana.expectModal("Send Text", /already text with this number/);
    await form.submit({
      to: "4155550142",
      channel: general.id,
      message: "still here",
    });
    await maya.expectText("still here");
    await card.expectReply("still here");
    assert.deepEqual(await general.messages(), []);
  },
);

story(
  "the form shows encoding, characters and segments while one types",
  async ({ texts, dana }) => {
    const form = await dana.openSendForm(texts);
    await form.act("message", "message", "x".repeat(161));
    await dana.expectModal("Send Text", /GSM-7 · 161 of 1600.*2 segments/);
    await form.act("message", "message", "ą".repeat(71));
    await dana.expectModal("Send Text", /UCS-2 · 71 of 1600.*2 segments/);
  },
);

story(
  "what is wrong is said under the field, and nothing is sent",
  async ({ maya, texts, dana, line }) => {
    const form = await dana.openSendForm(texts);
    const send = (to: string, message: string) =>
      form.submit({ to, channel: texts.id, message });
    assert.match((await send("12", "hi")).errors?.to ?? "", /12/);
    assert.match((await send(line, "hi")).errors?.to ?? "", /own number/);
    assert.match(
      (await send("+33612345678", "hi")).errors?.to ?? "",
      /not switched on/,
    );
    assert.match(
      (await send(maya.number, "x".repeat(1601))).errors?.message ?? "",
      /1601 characters/,
    );
    assert.match(
      (await send(maya.number, "   ")).errors?.message ?? "",
      /empty/,
    );
    await maya.expectNoText();
    assert.deepEqual(await texts.messages(), []);
  },
);

story(
  "a refusal of the carrier is told in the thread",
  async ({ maya, texts, dana }) => {
    await maya.is("opted_out");
    const form = await dana.openSendForm(texts);
    await form.submit({
      to: maya.number,
      channel: texts.id,
      message: "hello?",
    });
    const card = await texts.expectMessage(/New Conversation/);
    const copy = await card.expectReply("hello?");
    await card.expectReply(/opted out/);
    await copy.expectMarks("x");
  },
);

story(
  "the dashboard shows who is waiting, oldest first, until they are answered",
  async ({ scene, maya, noah, texts, dana }) => {
    await noah.text("first");
    const first = await texts.expectMessage(/0171/);
    await first.expectReply("first");
    await scene.pass(180_000);
    await maya.text("second");
    const second = await texts.expectMessage(/0142/);
    await second.expectReply("second");
    await second.expectPinned();
    const dashboard = await dana.openDashboard(texts);
    const words = await dashboard.words();
    assert(words.indexOf("0171") > 0, "Noah is not listed");
    assert(words.indexOf("0171") < words.indexOf("0142"), "not oldest first");
    assert.match(words, /3 min/);
    await dashboard.close();
    await first.reply(dana, "hello");
    await noah.expectText("hello");
    await first.expectUnpinned();
    const after = await (await dana.openDashboard(texts)).words();
    assert(!after.includes("0171"));
  },
);

story(
  "who waits in another connected channel stands on the dashboard too",
  async ({ maya, texts, general, dana }) => {
    const card = await beginByForm(dana, maya, general, "hello");
    await texts.expectMessage(/New conversation with/);
    await maya.text("hi");
    await card.expectReply("hi");
    await card.expectPinned();
    const words = await (await dana.openDashboard(texts)).words();
    assert.match(words, new RegExp(`0142.*<#${general.id}>`));
  },
);
