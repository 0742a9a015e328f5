import { story } from "../support/story.ts";

const HOUR = 3_600_000;

story(
  "what comes back stays pinned until it is answered or taken off, also where the team had the last word",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hello");
    await card.reply(dana, "we will call you");
    await maya.expectText("we will call you");
    await scene.pass(20_000);
    const due = Math.floor(scene.clock.now() / 1000) + 1800;
    const form = await dana.openAssign(card);
    await form.submit({ state: "pending", priority: "normal", back_at: due });
    await card.expectWords(/State.*Pending/);
    await scene.pass(1.6 * HOUR);
    await card.expectReply(/was put off until now/);
    await card.expectPinned();
    await scene.pass(3 * HOUR);
    await card.expectPinned();
    await card.reply(dana, "did it work?");
    await maya.expectText("did it work?");
    await card.expectUnpinned();
    await scene.pass(3 * HOUR);
    await card.expectUnpinned();
  },
);
