import assert from "node:assert/strict";
import type { Message } from "../support/channel.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 3_600_000;

/** What the dashboard's usage says just now. */
async function usageWords({ dana, texts }: Story): Promise<string> {
  const dashboard = await dana.openDashboard(texts);
  await dashboard.click("usage");
  const view = await dana.expectModal("Usage", /segments used|No line/);
  const words = await view.words();
  await view.close();
  return words;
}

/** A conversation with two texts received, and three segments sent by two people. */
async function talk(
  { scene, maya, texts, dana, will }: Story,
): Promise<Message> {
  const card = await maya.begins(texts, "hi");
  await maya.text("are you there?");
  await card.expectReply("are you there?");
  await card.reply(dana, "y".repeat(161));
  await maya.expectText(/^y+$/);
  await card.reply(will, "here");
  await maya.expectText("here");
  // Who sent a text is remembered with the first look at it.
  await scene.pass(10_000);
  return card;
}

story(
  "usage is told by line, direction and person, with what is left and when it starts again",
  async (told) => {
    const { scene, dana, will, texts } = told;
    await talk(told);
    await scene.runStep("send_text", { to: "+16135550171", message: "a step" });
    await told.noah.expectText("a step");
    const step = await texts.expectMessage(/New Conversation/);
    await step.expectReply("a step");
    const words = await usageWords(told);
    assert.match(words, /\*6\* segments used. Your plan has no limit/);
    assert.match(words, /415-555-0100\)?: 4 sent, 2 received|: 4 sent, 2/);
    assert.match(words, new RegExp(`<@${dana.id}>: 2`));
    assert.match(words, new RegExp(`<@${will.id}>: 1`));
    assert.match(words, /Workflows and others: 1/);
    assert.match(words, /November 1 \(America\/Los_Angeles\)/);
    await (await dana.openSettings(texts)).submit({
      plan: "custom",
      limit: 40,
    });
    await (await dana.expectModal("Settings", /Saved/)).close();
    await texts.expectMessage(/I count what is left/);
    assert.match(
      await usageWords(told),
      /\*6 of 40\* segments used, \*34 left/,
    );
  },
);

story(
  "catch-up's count is the carrier's record, however often it counts, and new texts add to it",
  async (told) => {
    const { scene, maya } = told;
    const card = await talk(told);
    const first = await usageWords(told);
    assert.match(first, /\*5\* segments used/);
    await scene.pass(3 * HOUR);
    assert.equal(bare(await usageWords(told)), bare(first));
    await maya.text("one more");
    await card.expectReply("one more");
    assert.match(await usageWords(told), /\*6\* segments used/);
    // Over midnight by the workspace's clocks, in which a day is closed and the next begins.
    await scene.pass(20 * HOUR);
    assert.match(await usageWords(told), /3 sent, 3 received/);
    const asked = scene.world.journal.since(0).length;
    await usageWords(told);
    const calls = scene.world.journal.since(0).slice(asked)
      .filter(({ side }) => side === "carrier");
    assert.equal(calls.length, 2, "what is counted is not asked for again");
  },
);

story(
  "an hour in which nobody texted costs the carrier two lists, and only the next text is counted",
  async (told) => {
    const { scene, maya } = told;
    const card = await talk(told);
    await scene.pass(3 * HOUR);
    const before = scene.world.journal.since(0).length;
    await scene.pass(HOUR);
    const calls = scene.world.journal.since(before)
      .map(({ method }) => method);
    const times = (method: string) =>
      calls.filter((each) => each === method).length;
    assert.equal(times("GET /Messages"), 2);
    // Until when the line is settled, and nothing else.
    assert.equal(times("apps.datastore.put"), 1);
    assert.equal(times("apps.datastore.update"), 0);
    const counted = () =>
      scene.world.slack.datastores.all("settings")
        .flatMap(({ received }) => Array.isArray(received) ? received : [])
        .reduce((sum, each) => sum + Number(each), 0);
    assert.equal(counted(), 2);
    await maya.text("one more");
    await card.expectReply("one more");
    await scene.pass(2 * HOUR);
    assert.equal(counted(), 3);
  },
);

story(
  "months that are over stay in the chart",
  async (told) => {
    await talk(told);
    const { scene } = told;
    await scene.pass(Date.UTC(2026, 9, 1, 16, 30) - scene.clock.now());
    const words = await usageWords(told);
    assert.match(words, /\*0\* segments used/);
    assert.match(words, /Sep 2026 +5 █{20}\\nOct 2026 +0/);
    assert.match(words, /Nobody has sent a text this month/);
  },
  { begins: Date.UTC(2026, 8, 30, 20) },
);

story(
  "a change of the time zone counts the month anew by its clocks",
  async (told) => {
    const { scene, dana, texts } = told;
    await talk(told);
    await scene.pass(2 * HOUR);
    await (await dana.openSettings(texts)).submit({
      time_zone: "Pacific/Kiritimati",
    });
    await (await dana.expectModal("Settings", /Saved/)).close();
    assert.match(await usageWords(told), /\*5\* segments.*Kiritimati/);
    await scene.pass(2 * HOUR);
    assert.match(await usageWords(told), /\*5\* segments.*Kiritimati/);
  },
);

/** Words without the ids that differ from one view to the next. */
function bare(words: string): string {
  return words.replace(
    /"(id|block_id|hash|root_view_id|previous_view_id)":"[^"]*"/g,
    "",
  );
}
