import assert from "node:assert/strict";
import { story } from "../support/story.ts";

story(
  "who texts STOP is not texted again until they text START",
  async ({ maya, texts, dana }) => {
    await maya.text("hello");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hello");
    await maya.text(" Stop ");
    await card.expectReply(/Stop/);
    await maya.expectText(/unsubscribed/);
    await card.expectWords(/Opted out/);
    const refused = await card.reply(dana, "are you sure?");
    await card.expectReply(/has opted out/);
    await refused.expectMarks("x");
    await maya.expectNoText();
    await maya.text("START");
    await card.expectReply("START");
    await maya.expectText(/re-subscribed/);
    await card.expectNoWords(/Opted out/);
    const reply = await card.reply(dana, "welcome back");
    await maya.expectText("welcome back");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "the carrier is not asked for an opted-out contact, by the form, a send line or a step",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("STOP");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("STOP");
    await maya.expectText(/unsubscribed/);
    await card.expectWords(/Opted out/);
    const asked = () =>
      scene.world.journal.since(0).filter(({ side, method }) =>
        side === "carrier" && method.startsWith("POST")
      ).length;
    const before = asked();
    await texts.post(dana, `send ${maya.number} hello`);
    await dana.expectWhisper(/has opted out/);
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("send_text");
    const form = await dana.expectModal("Send Text");
    const { errors } = await form.submit({
      to: maya.number,
      channel: texts.id,
      message: "hello",
    });
    assert.match(errors?.to ?? "", /has opted out/);
    const step = await scene.runStep("send_text", {
      to: maya.number,
      message: "hello",
    });
    assert.match(JSON.stringify(step), /has opted out/);
    assert.equal(asked(), before);
  },
);
