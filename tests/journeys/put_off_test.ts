import type { Message } from "../support/channel.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 3_600_000;

story(
  "what comes back stays pinned until it is answered or taken off, also where the team had the last word",
  async (told) => {
    const { scene, maya, dana } = told;
    const card = await putOff(told);
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

story(
  "what was put off is open when its contact texts, though a run that missed its card died before there was another",
  async (told) => {
    const { scene, maya, texts } = told;
    const mend = await missesCard(told);
    mend();
    await maya.text("hello?");
    const next = await texts.expectMessage(/New Inbound/);
    await next.expectReply("and now?");
    await next.expectReply("hello?");
    await next.expectWords(/State\*\\nOpen/);
    // What stood under the old card goes.
    await scene.pass(1.1 * HOUR);
  },
);

story(
  "what comes back while it has no card is open when it gets one",
  async (told) => {
    const { scene, texts } = told;
    const mend = await missesCard(told);
    scene.cutBell();
    await scene.pass(0.5 * HOUR);
    mend();
    await scene.pass(1.6 * HOUR);
    const next = await texts.expectMessage(/New Inbound/);
    await next.expectReply("and now?");
    await next.expectWords(/State\*\\nOpen/);
    await next.expectPinned();
  },
);

/** Somebody whose conversation is put off texts as its card is deleted, and Slack takes no new one. @returns what mends that. */
async function missesCard(told: Story): Promise<() => void> {
  const { scene, maya, dana } = told;
  await dana.delete(await putOff(told));
  const mend = scene.wire.spoil("chat.postMessage", "never there", 1);
  await maya.text("and now?");
  await scene.pass(60_000);
  return mend;
}

/** A conversation that was answered, and put off for half an hour. @returns its card. */
async function putOff({ scene, maya, texts, dana }: Story): Promise<Message> {
  const card = await maya.begins(texts, "hello");
  await card.reply(dana, "we will call you");
  await maya.expectText("we will call you");
  await scene.pass(20_000);
  const due = Math.floor(scene.clock.now() / 1000) + 1800;
  const form = await dana.openAssign(card);
  await form.submit({ state: "pending", priority: "normal", back_at: due });
  await card.expectWords(/State.*Pending/);
  return card;
}
