import assert from "node:assert/strict";
import { beforeCatchUp, toCome } from "../support/reminder_times.ts";
import { answeredOnce, remindAfter } from "../support/reminders.ts";
import type { Scene } from "../support/scene.ts";
import { story } from "../support/story.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

story(
  "where two runs remind the assignees at once, and the one that was second dies, catch-up takes its reminder away",
  async (told) => {
    const { scene, maya, texts } = told;
    const card = await answeredOnce(told);
    await beforeCatchUp(scene, 40 * MINUTE);
    await maya.text("and?");
    await card.expectReply("and?");
    await scene.pass(MINUTE);
    await remindTwiceAtOnce(scene);
    const reminders = async () =>
      (await card.replies()).filter(({ text }) => /still waiting/.test(text));
    const [first, second, third] = await reminders();
    assert(first && second && !third);
    await beforeCatchUp(scene, 0);
    await scene.pass(2 * MINUTE);
    assert.deepEqual((await reminders()).map(({ ts }) => ts), [first.ts]);
    await scene.pass(2 * HOUR);
    assert.equal((await reminders()).length, 1);
    await card.expectReply(/still waiting/);
    await texts.expectMessage(/Still waiting.*0142/);
  },
);

story(
  "where two runs remind a channel at once, and the one that was second dies, catch-up takes its reminder away",
  async ({ scene, maya, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await beforeCatchUp(scene, 40 * MINUTE);
    await maya.text("hello");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hello");
    await card.expectPinned();
    await scene.pass(MINUTE);
    await remindTwiceAtOnce(scene);
    const reminders = async () =>
      (await texts.messages()).filter(({ text }) => /Still waiting/.test(text));
    const [first, second, third] = await reminders();
    assert(first && second && !third);
    await beforeCatchUp(scene, 0);
    await scene.pass(2 * MINUTE);
    assert.deepEqual((await reminders()).map(({ ts }) => ts), [first.ts]);
    await scene.pass(2 * HOUR);
    await texts.expectMessage(/Still waiting.*0142/);
    assert.equal((await reminders()).length, 1);
  },
);

/** Two runs begin when a reminder is due, both look before either has said anything, and neither takes anything back. */
async function remindTwiceAtOnce(scene: Scene): Promise<void> {
  const [due] = toCome(scene);
  assert(due);
  const go = scene.wire.hold("chat.postMessage");
  const goToo = scene.wire.hold("chat.postMessage");
  const mend = scene.wire.spoil("chat.delete", "never there");
  await scene.pass(due.at - scene.clock.now());
  const ended = scene.beginStep("remind", {});
  await scene.pass(10_000);
  go();
  goToo();
  await ended();
  await scene.pass(MINUTE);
  mend();
}
