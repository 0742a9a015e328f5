import { story } from "../support/story.ts";

story(
  "Retry sends a failed text again",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await maya.is("off");
    const reply = await card.reply(dana, "are you there?");
    const notice = await card.expectReply(/switched off/);
    await reply.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    await dana.pressButton(notice, "retry");
    await maya.expectText("are you there?");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a late ring, a catch-up and a run that reminds look at what is settled, and leave it in peace",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const reply = await card.reply(dana, "hello");
    const { sid } = await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await scene.runStep("update_status", { message_sid: sid });
    await scene.runStep("catch_up", {});
    await scene.runStep("remind", {});
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);
