import { story } from "../support/story.ts";

story(
  "a status that is rung again after its function was deployed is looked up",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    const reply = await card.reply(dana, "hello");
    const { sid } = await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await scene.runStep("update_status", { message_sid: sid });
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "catch-up goes through what the carrier has, and leaves in peace what is settled",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    const reply = await card.reply(dana, "hello");
    await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await scene.runStep("catch_up", {});
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);
