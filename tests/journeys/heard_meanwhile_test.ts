import { create, directWithMaya } from "../support/direct_channels.ts";
import { connect, makeChannel } from "../support/more_places.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

/**
 * The hourly catch-up has read the list of channels, and waits for an answer about one.
 * @param asked for what it waits; after ten seconds it asks again.
 * @returns what lets it go on.
 */
async function waitingCatchUp(
  { scene }: Story,
  ...asked: string[]
): Promise<() => void> {
  const holds = asked.map((method) => scene.wire.hold(method));
  const { journal } = scene.world;
  const before = journal.since(0).length;
  const isHeld = () =>
    journal.since(before).some(({ method, end }) =>
      asked.includes(method) && end === null
    );
  await scene.clock.runUntil(isHeld, HOUR);
  return () => holds.forEach((go) => go());
}

story(
  "a channel that is connected while catch-up looks into the others is listened to at once",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const support = await makeChannel(scene, dana, "support");
    const go = await waitingCatchUp(told, "conversations.info");
    await connect(dana, texts, support);
    go();
    await scene.pass(30_000);
    await support.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    const card = await support.expectMessage(/New Conversation/);
    await card.expectReply("hello");
    await texts.expectMessage(/New conversation with/);
  },
);

story(
  "a direct channel that is made while catch-up looks into another is listened to at once",
  async (told) => {
    const { scene, texts, dana, noah } = told;
    await directWithMaya(told);
    const card = await noah.begins(texts, "hi");
    const go = await waitingCatchUp(told, "pins.list", "pins.list");
    const { own } = await create(told, card, "sms-16135550171");
    await own.expectMessage("hi");
    // Its own run has looked for the last time by then.
    await scene.pass(4_000);
    go();
    await scene.pass(30_000);
    await own.post(dana, "hello, Noah");
    await noah.expectText("hello, Noah");
  },
);
