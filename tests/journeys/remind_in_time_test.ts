import assert from "node:assert/strict";
import {
  arranged,
  assertMinutes,
  beforeCatchUp,
  minutesTo,
  putOff,
  toCome,
} from "../support/reminder_times.ts";
import { answeredOnce, remindAfter } from "../support/reminders.ts";
import { story } from "../support/story.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

story(
  "the assignee is reminded after the minutes that were chosen, and the channel after as many more",
  async (told) => {
    const { scene, maya, texts } = told;
    const card = await answeredOnce(told);
    await beforeCatchUp(scene, 50 * MINUTE);
    const began = scene.clock.now();
    await maya.text("and?");
    await card.expectReply("and?");
    await scene.pass(MINUTE);
    assert.equal(toCome(scene).length, 1);
    await scene.pass(15 * MINUTE);
    assertMinutes(began, await card.expectReply(/still waiting/), 15);
    assert.equal(toCome(scene).length, 1);
    await scene.pass(15 * MINUTE);
    assertMinutes(began, await texts.expectMessage(/Still waiting.*0142/), 30);
    await scene.pass(3 * HOUR);
    assert.deepEqual(arranged(scene), [], "what has begun is cleared away");
  },
);

story(
  "nobody is reminded of a text that was answered in time, nor where nobody is to be",
  async ({ scene, maya, noah, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await maya.text("hello");
    const hers = await texts.expectMessage(/0142/);
    await hers.expectReply("hello");
    await scene.pass(14 * MINUTE);
    await hers.reply(dana, "hi");
    await maya.expectText("hi");
    await hers.expectUnpinned();
    await scene.pass(HOUR);
    await remindAfter(dana, texts, "");
    await noah.text("hello?");
    const his = await texts.expectMessage(/0171/);
    await his.expectReply("hello?");
    await scene.pass(MINUTE);
    assert.deepEqual(toCome(scene), []);
    await scene.pass(3 * HOUR);
  },
);

story(
  "of several who wait each is reminded of at their own time",
  async ({ scene, maya, noah, isla, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await beforeCatchUp(scene, 50 * MINUTE);
    const waiting = [[maya, /0142/], [noah, /0171/], [isla, /0123/]] as const;
    const began: number[] = [];
    for (const [phone, number] of waiting) {
      began.push(scene.clock.now());
      await phone.text("hello");
      const card = await texts.expectMessage(number);
      await card.expectReply("hello");
      await scene.pass(4 * MINUTE);
      assert.equal(toCome(scene).length, 1);
    }
    await scene.pass(15 * MINUTE);
    for (const [at, moment] of began.entries()) {
      const number = waiting[at]?.[1] ?? "";
      const told = await texts.expectMessage(
        new RegExp(`Still waiting.*${new RegExp(number).source}`),
      );
      assertMinutes(moment, told, 15);
    }
    await scene.pass(3 * HOUR);
  },
);

story(
  "a crowd is reminded of in time as well",
  async ({ scene, maya, noah, isla, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await beforeCatchUp(scene, 50 * MINUTE);
    const began = scene.clock.now();
    const said = ["one", "two", "three", "four", "five"];
    for (const words of said) {
      for (const phone of [maya, noah, isla]) await phone.text(words);
    }
    for (const number of [/0142/, /0171/, /0123/]) {
      const card = await texts.expectMessage(number);
      for (const words of said) await card.expectReply(words);
      await card.expectPinned();
    }
    await scene.pass(16 * MINUTE);
    for (const number of ["0142", "0171", "0123"]) {
      const words = new RegExp(`Still waiting.*${number}`);
      assertMinutes(began, await texts.expectMessage(words), 15);
    }
    await scene.pass(2 * HOUR);
  },
);

story(
  "a crowd is reminded of together, by the first of the runs that were arranged for it",
  async ({ scene, maya, noah, isla, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await beforeCatchUp(scene, 50 * MINUTE);
    const numbers = ["0142", "0171", "0123"];
    for (const phone of [maya, noah, isla]) {
      await phone.text("hello");
      await scene.pass(140);
    }
    for (const number of numbers) {
      const card = await texts.expectMessage(new RegExp(number));
      await card.expectReply("hello");
      await card.expectPinned();
    }
    await scene.pass(17 * MINUTE);
    const said = await Promise.all(
      numbers.map((number) =>
        texts.expectMessage(new RegExp(`Still waiting.*${number}`))
      ),
    );
    const moments = said.map(({ ts }) => Number(ts) * 1000);
    assert(Math.max(...moments) - Math.min(...moments) < MINUTE / 2);
    await scene.pass(2 * HOUR);
  },
);

story(
  "who texts shortly before the day ends is reminded of when the next one has begun",
  async ({ scene, maya, texts, dana }) => {
    await remindAfter(dana, texts, 30, { opens: "9", closes: "17" });
    const friday = Date.parse("2026-10-02T16:50-07:00");
    await scene.pass(friday - scene.clock.now());
    await maya.text("hello");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hello");
    const monday = Date.parse("2026-10-05T09:20-07:00");
    for (const hours of [0.1, 24]) {
      await scene.pass(hours * HOUR);
      const due = toCome(scene).map(({ at }) => Math.floor(at / MINUTE));
      assert.deepEqual(due, [monday / MINUTE]);
    }
    await scene.pass(monday + 2 * MINUTE - scene.clock.now());
    assertMinutes(monday, await texts.expectMessage(/Still waiting.*0142/), 0);
    await scene.pass(2 * HOUR);
  },
  { begins: Date.parse("2026-10-02T15:00-07:00") },
);

story(
  "who waits when reminders are switched on, or come sooner from now on, is reminded of in time",
  async ({ scene, maya, noah, texts, dana }) => {
    await maya.text("hello");
    const hers = await texts.expectMessage(/0142/);
    await hers.expectReply("hello");
    await scene.pass(20 * MINUTE);
    await noah.text("hello?");
    const his = await texts.expectMessage(/0171/);
    await his.expectReply("hello?");
    const switchedOn = scene.clock.now();
    await remindAfter(dana, texts, 15);
    assertMinutes(
      switchedOn,
      await texts.expectMessage(/Still waiting.*0142/),
      0,
    );
    await scene.pass(3 * MINUTE);
    const shortened = scene.clock.now();
    await remindAfter(dana, texts, 5);
    await scene.pass(3 * MINUTE);
    const told = await texts.expectMessage(/Still waiting.*0171/);
    assert(minutesTo(shortened, told) < 2.5);
    await scene.pass(2 * HOUR);
  },
);

story(
  "what was put off comes back at its time, though nobody is to be reminded of who waits",
  async ({ scene, maya, noah, texts, dana }) => {
    await maya.text("hello");
    const hers = await texts.expectMessage(/0142/);
    await hers.expectReply("hello");
    await noah.text("hello?");
    const his = await texts.expectMessage(/0171/);
    await his.expectReply("hello?");
    await beforeCatchUp(scene, 55 * MINUTE);
    const later = await putOff(dana, hers, scene, 50 * MINUTE);
    const sooner = await putOff(dana, his, scene, 25 * MINUTE);
    await scene.pass(26 * MINUTE);
    assertMinutes(sooner, await his.expectReply(/was put off until now/), 0);
    assert.equal(toCome(scene).length, 1);
    await scene.pass(25 * MINUTE);
    assertMinutes(later, await hers.expectReply(/was put off until now/), 0);
    await hers.expectPinned();
    await his.expectPinned();
    await scene.pass(3 * HOUR);
    assert.deepEqual(toCome(scene), []);
  },
);
