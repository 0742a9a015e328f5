import assert from "node:assert/strict";
import { Channel, type Message } from "../support/channel.ts";
import { create } from "../support/direct_channels.ts";
import { pinOthers, unpinOthers } from "../support/pins.ts";
import { beforeCatchUp } from "../support/reminder_times.ts";
import { remindAfter } from "../support/reminders.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 3_600_000;

/** Three contacts wait in a channel in which somebody has pinned so much that two cards can be pinned. */
async function threeForTwo(
  { scene, texts, dana, maya, noah, isla }: Story,
): Promise<Message[]> {
  await pinOthers(texts, dana, 98);
  const cards = [];
  for (const phone of [maya, noah, isla]) {
    const card = await phone.begins(texts, "hello");
    cards.push(card);
    await scene.pass(60_000);
  }
  return cards;
}

async function pinsOf(cards: Message[]): Promise<boolean[]> {
  return await Promise.all(cards.map((card) => card.isPinned()));
}

/** Messages of the app that say how many more wait. */
async function notices(texts: Channel): Promise<string[]> {
  return (await texts.messages()).map(({ text }) => text)
    .filter((text) => /more contacts? wait/.test(text));
}

story(
  "where more contacts wait than Slack pins, the longest waiting are pinned, and a pinned line says how many more there are",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const cards = await threeForTwo(told);
    assert.deepEqual(await pinsOf(cards), [true, true, false]);
    await scene.pass(HOUR);
    const line = await texts.expectMessage(/2 more contacts wait/);
    await line.expectPinned();
    await line.expectNoWords(/"edited"/);
    assert.deepEqual(await pinsOf(cards), [true, false, false]);
    await scene.pass(HOUR);
    assert.deepEqual(await pinsOf(cards), [true, false, false]);
    await cards[0]?.reply(dana, "hi Maya");
    await maya.expectText("hi Maya");
    await cards[0]?.expectUnpinned();
    await scene.pass(HOUR);
    assert.deepEqual(await pinsOf(cards), [false, true, true]);
    assert.deepEqual(await notices(texts), []);
  },
);

story(
  "who was answered without ever having had a pin is not reminded of",
  async (told) => {
    const { scene, texts, dana, isla } = told;
    await remindAfter(dana, texts, 90);
    await beforeCatchUp(scene, 10 * 60_000);
    const cards = await threeForTwo(told);
    await scene.pass(75 * 60_000);
    assert.deepEqual(await pinsOf(cards), [true, false, false]);
    await cards[2]?.reply(dana, "hi Isla");
    await isla.expectText("hi Isla");
    await scene.pass(25 * 60_000);
    await texts.expectMessage(/2 more contacts wait/);
    await texts.expectMessage(/Still waiting.*0142/);
    await texts.expectMessage(/Still waiting.*0171/);
  },
);

story(
  "who waits without a pin gets one in a channel of their own, and with it the new card when the first one is deleted",
  async (told) => {
    const { scene, texts, dana } = told;
    const [, , card] = await threeForTwo(told);
    await scene.pass(HOUR);
    await texts.expectMessage(/2 more contacts wait/);
    if (!card) return;
    const { own, top } = await create(told, card, "sms-447700900123");
    await own.expectMessage("hello");
    await top.expectPinned();
    await dana.delete(top);
    await scene.pass(HOUR);
    const next = await own.expectMessage(/New/);
    await next.expectPinned();
  },
);

story(
  "the line is corrected in place, and nobody who was answered is counted or pinned",
  async (told) => {
    const { scene, texts, dana, noah } = told;
    await pinOthers(texts, dana, 1);
    const cards = await threeForTwo(told);
    await scene.pass(HOUR);
    const line = await texts.expectMessage(/3 more contacts wait/);
    assert.deepEqual(await pinsOf(cards), [false, false, false]);
    await cards[1]?.reply(dana, "hi Noah");
    await noah.expectText("hi Noah");
    await scene.pass(HOUR);
    await line.expectWords(/2 more contacts wait/);
    await unpinOthers(texts, 99);
    await scene.pass(HOUR);
    assert.deepEqual(await pinsOf(cards), [true, false, true]);
    assert.deepEqual(await notices(texts), []);
  },
);

story(
  "who waits without a pin is solved, put off or listed like anyone, and does not come back by that",
  async (told) => {
    const { scene, texts, dana, will, ana } = told;
    const cards = await threeForTwo(told);
    await scene.pass(HOUR);
    const line = await texts.expectMessage(/2 more contacts wait/);
    const [, second, third] = cards;
    if (!second || !third) return;
    await will.pressButton(third, "solve");
    await third.expectWords(/State.*Solved/);
    await scene.pass(HOUR);
    assert.deepEqual(await pinsOf(cards), [true, true, false]);
    assert.deepEqual(await notices(texts), []);
    scene.expected.add(texts.id + line.ts);
    await ana.pressButton(second, "solve");
    await second.expectUnpinned();
    await scene.pass(2 * HOUR);
    assert.deepEqual(await pinsOf(cards), [true, false, false]);
    await dana.pressButton(third, "open");
    await third.expectWords(/State.*Open/);
    await scene.pass(HOUR);
    assert.deepEqual(await pinsOf(cards), [true, false, false]);
  },
);

story(
  "whoever takes off a pin that came late is done with it; the line's own pin comes back while anyone waits",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const cards = await threeForTwo(told);
    await scene.pass(HOUR);
    const line = await texts.expectMessage(/2 more contacts wait/);
    await dana.unpin(line);
    await scene.pass(HOUR);
    await line.expectPinned();
    await dana.delete(line);
    await scene.pass(HOUR);
    const next = await texts.expectMessage(/2 more contacts wait/);
    await next.expectPinned();
    await cards[0]?.reply(dana, "hi Maya");
    await maya.expectText("hi Maya");
    await scene.pass(HOUR);
    assert.deepEqual(await pinsOf(cards), [false, true, true]);
    const [, second] = cards;
    if (second) await dana.unpin(second);
    await scene.pass(3 * HOUR);
    assert.deepEqual(await pinsOf(cards), [false, false, true]);
  },
);

story(
  "the dashboard shows those without a pin as well, longest waiting first",
  async (told) => {
    const { scene, texts, dana } = told;
    await pinOthers(texts, dana, 1);
    await threeForTwo(told);
    await scene.pass(HOUR);
    await texts.expectMessage(/3 more contacts wait/);
    const dashboard = await dana.openDashboard(texts);
    const words = await dashboard.words();
    assert.match(words, /0142.*0171.*0123/);
    assert.match(words, /thread_ts=/);
  },
);

story(
  "several catch-ups at once leave one line and the right pins",
  async (told) => {
    const { scene, texts } = told;
    const cards = await threeForTwo(told);
    await scene.pass(80_000);
    const runs = [1, 2].map(() => scene.beginStep("catch_up", {}));
    for (const ended of runs) await ended();
    await texts.expectMessage(/2 more contacts wait/);
    assert.equal((await notices(texts)).length, 1);
    assert.deepEqual(await pinsOf(cards), [true, false, false]);
    await unpinOthers(texts, 98);
    await scene.pass(2 * 60_000);
    const again = [1, 2].map(() => scene.beginStep("catch_up", {}));
    for (const ended of again) await ended();
    assert.deepEqual(await notices(texts), []);
    assert.deepEqual(await pinsOf(cards), [true, true, true]);
  },
);

story(
  "a card that is deleted while it waits without a pin is opened anew when there is room",
  async (told) => {
    const { scene, texts, dana } = told;
    const cards = await threeForTwo(told);
    await scene.pass(HOUR);
    await texts.expectMessage(/2 more contacts wait/);
    const [, , third] = cards;
    if (third) await dana.delete(third);
    await unpinOthers(texts, 98);
    await scene.pass(HOUR);
    const next = await texts.expectMessage(/New Inbound/);
    await next.expectReply("hello");
    await next.expectPinned();
  },
);

story(
  "what waits without a pin goes along into a channel of its own",
  async (told) => {
    const { scene, texts, dana } = told;
    const cards = await threeForTwo(told);
    await scene.pass(HOUR);
    await texts.expectMessage(/2 more contacts wait/);
    const [, , third] = cards;
    if (!third) return;
    await dana.pressButton(third, "create_channel");
    const name = `sms-${told.isla.number.slice(1)}`;
    const own = new Channel(scene, await scene.expectChannel(name), name);
    const top = await own.expectMessage(/New/);
    await own.expectMessage(/What was said before/);
    await own.expectMessage("hello");
    await top.expectPinned();
    await third.expectReply(/goes on in/);
    await scene.pass(2 * HOUR);
    await top.expectPinned();
    assert.deepEqual(await notices(texts), []);
  },
);
