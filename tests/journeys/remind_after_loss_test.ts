import assert from "node:assert/strict";
import { archive, create, mayaWaits } from "../support/direct_channels.ts";
import {
  arranged,
  assertMinutes,
  beforeCatchUp,
  postsIn,
  toCome,
} from "../support/reminder_times.ts";
import { answeredOnce, remindAfter } from "../support/reminders.ts";
import { story } from "../support/story.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

story(
  "where the run that was arranged is lost the hourly catch-up reminds, and has the next reminder come in time",
  async (told) => {
    const { scene, maya, texts } = told;
    const card = await answeredOnce(told);
    await beforeCatchUp(scene, 20 * MINUTE);
    const began = scene.clock.now();
    await maya.text("and?");
    await card.expectReply("and?");
    await scene.pass(MINUTE);
    for (const { id } of arranged(scene)) {
      await scene.asApp("workflows.triggers.delete", { trigger_id: id });
    }
    await scene.pass(20 * MINUTE);
    assertMinutes(began, await card.expectReply(/still waiting/), 20);
    await scene.pass(10 * MINUTE);
    assertMinutes(began, await texts.expectMessage(/Still waiting.*0142/), 30);
    await scene.pass(3 * HOUR);
  },
);

story(
  "a reminder comes once, though several runs begin at the same moment",
  async ({ scene, maya, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await maya.text("hello");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hello");
    await card.expectPinned();
    await scene.pass(MINUTE);
    const [due] = toCome(scene);
    assert(due);
    await scene.pass(due.at - scene.clock.now());
    const others = [
      scene.beginStep("remind", {}),
      scene.beginStep("remind", {}),
    ];
    for (const ended of others) await ended();
    await texts.expectMessage(/Still waiting.*0142/);
    await scene.pass(3 * HOUR);
  },
);

story(
  "of runs that were arranged for the same moment, as Slack gave no answer, one is left, though two catch-ups begin at once",
  async ({ scene, maya, texts, dana }) => {
    await remindAfter(dana, texts, 30);
    await beforeCatchUp(scene, 29 * MINUTE);
    const mend = scene.wire.spoil("workflows.triggers.create", "no answer");
    await maya.text("hello");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hello");
    await scene.pass(MINUTE);
    mend();
    const moments = toCome(scene).map(({ at }) => at);
    assert(moments.length > 1 && new Set(moments).size === 1, `${moments}`);
    const catchUps = [
      scene.beginStep("catch_up", {}),
      scene.beginStep("catch_up", {}),
    ];
    for (const ended of catchUps) await ended();
    const [due, another] = toCome(scene);
    assert(due && !another);
    await scene.pass(due.at + MINUTE - scene.clock.now());
    assertMinutes(due.at, await texts.expectMessage(/Still waiting.*0142/), 0);
    await scene.pass(2 * HOUR);
  },
);

story(
  "who is answered and texts again while a reminder is on its way is reminded of anew when it is time",
  async (told) => {
    const { scene, maya, texts, dana } = told;
    const card = await answeredOnce(told);
    await beforeCatchUp(scene, 55 * MINUTE);
    await maya.text("and?");
    await card.expectReply("and?");
    await scene.pass(MINUTE);
    const [due] = toCome(scene);
    assert(due);
    await scene.pass(due.at - 5_000 - scene.clock.now());
    const go = scene.wire.hold("workflows.triggers.create");
    await scene.pass(10_000);
    await card.reply(dana, "soon");
    await maya.expectText("soon");
    await card.expectUnpinned();
    const began = scene.clock.now();
    await maya.text("when?");
    await card.expectReply("when?");
    await card.expectPinned();
    go();
    await card.expectReply(/still waiting/);
    await scene.pass(16 * MINUTE);
    assertMinutes(began, await card.expectReply(/still waiting/), 15);
    await scene.pass(15 * MINUTE);
    assertMinutes(began, await texts.expectMessage(/Still waiting.*0142/), 30);
    await scene.pass(2 * HOUR);
  },
);

story(
  "a reminder whose run died before it was remembered is not given again",
  async ({ scene, maya, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await maya.text("hello");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hello");
    await scene.pass(MINUTE);
    const mend = scene.wire.spoil("apps.datastore.update", "never there");
    await scene.pass(15 * MINUTE);
    await texts.expectMessage(/Still waiting.*0142/);
    mend();
    const posts = postsIn(scene);
    await scene.pass(3 * HOUR);
    assert.equal(postsIn(scene), posts);
  },
);

story(
  "a text whose reminder could not be arranged is reminded of by the hourly catch-up",
  async ({ scene, maya, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await scene.pass(MINUTE);
    await beforeCatchUp(scene, 20 * MINUTE);
    const mend = scene.wire.spoil("workflows.triggers.create", "never there");
    const began = scene.clock.now();
    await maya.text("hello");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hello");
    await card.expectPinned();
    await scene.pass(MINUTE);
    mend();
    assert.deepEqual(toCome(scene), []);
    await scene.pass(20 * MINUTE);
    assertMinutes(began, await texts.expectMessage(/Still waiting.*0142/), 20);
    await scene.pass(2 * HOUR);
  },
);

story(
  "where the pins cannot be seen when a reminder is due it comes a minute later",
  async ({ scene, maya, texts, dana }) => {
    await remindAfter(dana, texts, 15);
    await beforeCatchUp(scene, 50 * MINUTE);
    const began = scene.clock.now();
    await maya.text("hello");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hello");
    await scene.pass(14 * MINUTE);
    const mend = scene.wire.spoil("pins.list", "never there");
    await scene.pass(began + 15.5 * MINUTE - scene.clock.now());
    mend();
    await scene.pass(MINUTE);
    assertMinutes(began, await texts.expectMessage(/Still waiting.*0142/), 15);
    await scene.pass(2 * HOUR);
  },
);

story(
  "the team is reminded of who waits in the old thread because the channel that followed was archived before they were taken along",
  async (told) => {
    const { scene, texts, dana } = told;
    await remindAfter(dana, texts, 15);
    const card = await mayaWaits(told);
    const mend = scene.wire.spoil("GET /Messages", "never there");
    const { own } = await create(told, card);
    await archive(scene, dana.token, own);
    await scene.pass(60_000);
    mend();
    await scene.pass(2 * HOUR);
    await card.expectPinned();
    await texts.expectMessage(/Still waiting.*0142/);
  },
);
