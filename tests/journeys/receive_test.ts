import assert from "node:assert/strict";
import { story } from "../support/story.ts";

story(
  "a first text posts a card, and the text as its first reply",
  async ({ maya, texts }) => {
    await maya.text("hi, is my bike ready?");
    const card = await texts.expectMessage(/New Inbound Message.*415-555-0142/);
    await card.expectReply("hi, is my bike ready?");
    await card.expectPinned();
    assert.equal((await card.seen())?.reply_count, 1);
  },
);

story(
  "later texts are replies in the same thread, in the carrier's order",
  async ({ maya, texts }) => {
    const card = await maya.begins(texts, "one");
    await maya.text("two");
    await maya.text("three");
    await card.expectReply("two");
    await card.expectReply("three");
    const bodies = (await card.replies()).map(({ text }) => text);
    assert.deepEqual(bodies, ["one", "two", "three"]);
  },
);

story(
  "several first texts at the same moment make one card, in order",
  async ({ scene, maya, texts }) => {
    await Promise.all([
      scene.surface.ask("POST", `/phones/${maya.number}/texts`, {
        to: scene.line,
        body: "one",
      }),
      scene.surface.ask("POST", `/phones/${maya.number}/texts`, {
        to: scene.line,
        body: "two",
      }),
    ]);
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("one");
    await card.expectReply("two");
    await scene.pass(20_000);
    assert.equal((await texts.messages()).length, 1);
  },
);

story(
  "each contact has a thread of their own",
  async ({ maya, noah, isla, texts }) => {
    for (const phone of [maya, noah, isla]) await phone.text("hello");
    for (const number of [/0142/, /0171/, /0123/]) {
      const card = await texts.expectMessage(number);
      await card.expectReply("hello");
    }
  },
);

story(
  "a body full of mark-up is shown as it was written, and mentions nobody",
  async ({ maya, texts }) => {
    const body =
      "<!channel> *bold* _it_ `code` @here & <@U123> :smile:\n> quote";
    await maya.text(body);
    const card = await texts.expectMessage(/New Inbound/);
    const shown = await card.expectReply(/bold/);
    const message = await shown.seen();
    assert.deepEqual(message?.blocks?.[0]?.elements, [{
      type: "rich_text_section",
      elements: [{ type: "text", text: body }],
    }]);
    assert(!message?.text.includes("<!channel>"));
    assert(!message?.text.includes("<@U123>"));
  },
);

story(
  "control and right-to-left characters do no harm",
  async ({ maya, texts }) => {
    await maya.text("abc\u0007\u202Edef\u0000 שלום");
    const card = await texts.expectMessage(/New Inbound/);
    const shown = await card.expectReply(/abc.*def.*שלום/);
    const words = JSON.stringify(await shown.seen());
    assert(
      !/\\u0007|\\u0000/.test(words),
      "a control character was let through",
    );
  },
);

story(
  "the same ring twice at once shows the text once",
  async ({ scene, maya, texts }) => {
    const sid = await maya.text("only once");
    const ring = { message_sid: sid, from: maya.number, to: scene.line };
    await scene.ring("Inbound text", ring);
    await scene.ring("Inbound text", ring);
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("only once");
    await scene.pass(20_000);
    assert.equal((await card.replies()).length, 1);
    assert.equal((await texts.messages()).length, 1);
  },
);

story(
  "the same ring twice at once in a known conversation shows the text once",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "one");
    await scene.pass(10_000);
    const sid = await maya.text("two");
    const ring = { message_sid: sid, from: maya.number, to: scene.line };
    await scene.ring("Inbound text", ring);
    await card.expectReply("two");
    await scene.pass(20_000);
    assert.equal((await card.replies()).length, 2);
  },
);

story(
  "a ring that was forged, broken or is not ours is met with silence",
  async ({ scene, maya, texts }) => {
    const sid = "SM" + "0".repeat(32);
    const ring = { message_sid: sid, from: maya.number, to: scene.line };
    await scene.ring("Inbound text", ring);
    await scene.ring("Inbound text", { ...ring, message_sid: "hello" });
    await scene.ring("Inbound text", { ...ring, to: "+12025550199" });
    await scene.ring("Inbound text", { from: maya.number });
    await scene.ring("Text status", { message_sid: sid });
    await scene.pass(20_000);
    assert.deepEqual(await texts.messages(), []);
  },
);

story(
  "a webhook takes flat JSON only, and unknown fields do not matter",
  async ({ scene, maya, texts }) => {
    const sid = "SM" + "0".repeat(32);
    const ring = { message_sid: sid, from: maya.number, to: scene.line };
    const nested = await scene.ring("Inbound text", {
      ...ring,
      from: { a: 1 },
    });
    assert.deepEqual(nested.error, "parameter_validation_failed");
    const form = await scene.ringWithForm("Inbound text", ring);
    assert.equal(form.ok, false);
    const extra = await scene.ring("Inbound text", { ...ring, more: "x" });
    assert.equal(extra.ok, true);
    await scene.pass(10_000);
    assert.deepEqual(await texts.messages(), []);
  },
);
