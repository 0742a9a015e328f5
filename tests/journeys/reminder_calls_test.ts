import assert from "node:assert/strict";
import { arranged, beforeCatchUp, toCome } from "../support/reminder_times.ts";
import { answeredOnce, remindAfter } from "../support/reminders.ts";
import { story } from "../support/story.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

story(
  "with reminders a text costs two calls more if no run stands that reminds, and none if one does",
  async ({ scene, maya, texts, dana }) => {
    await maya.text("one");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("one");
    const callsFor = async (words: string) => {
      await scene.pass(5 * MINUTE);
      const before = scene.world.journal.since(0).length;
      await maya.text(words);
      await scene.pass(20_000);
      const calls = scene.world.journal.since(0).slice(before)
        .filter(({ caller }) => caller.startsWith("handle_inbound"));
      await card.expectReply(words);
      return calls.length;
    };
    const without = await callsFor("two");
    await remindAfter(dana, texts, 15);
    await beforeCatchUp(scene, 50 * MINUTE);
    await maya.text("three");
    await card.expectReply("three");
    assert.equal(toCome(scene).length, 1);
    assert.equal(await callsFor("four"), without);
    await scene.pass(20 * MINUTE);
    await texts.expectMessage(/Still waiting.*0142/);
    assert.deepEqual(toCome(scene), []);
    assert.equal(await callsFor("five"), without + 2);
    await scene.pass(2 * HOUR);
  },
);

story(
  "no run that reminds or catches up asks twice for all that is arranged",
  async (told) => {
    const { scene, maya } = told;
    const card = await answeredOnce(told);
    await beforeCatchUp(scene, 50 * MINUTE);
    await maya.text("and?");
    await card.expectReply("and?");
    await scene.pass(2 * HOUR);
    await card.expectReply(/still waiting/);
    await told.texts.expectMessage(/Still waiting/);
    assert.deepEqual(arranged(scene), [], "what has begun is cleared away");
    const asked = scene.world.journal.since(0)
      .filter(({ method }) => method === "workflows.triggers.list")
      .map(({ caller }) => caller);
    const runs = new Set(asked);
    assert.equal(asked.length, runs.size, asked.join(", "));
    for (const name of ["remind ", "catch_up "]) {
      assert([...runs].some((run) => run.startsWith(name)), name);
    }
  },
);
