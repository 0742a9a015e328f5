import assert from "node:assert/strict";
import {
  expectUsageThread,
  inLine,
  limitTo,
  received,
  sent,
} from "../support/plan.ts";
import { story } from "../support/story.ts";

const HOUR = 3_600_000;

story(
  "with no limit nobody stands in line, and nothing is counted on a text's way",
  async (told) => {
    const card = await received(told, 1);
    const before = told.scene.world.journal.since(0).length;
    await card.reply(told.dana, "hello");
    await told.maya.expectText("hello");
    const calls = told.scene.world.journal.since(0).slice(before)
      .map(({ method }) => method);
    assert.ok(!calls.includes("GET /Messages"), calls.join(" "));
    assert.ok(!calls.includes("apps.datastore.query"), calls.join(" "));
  },
);

story(
  "twenty replies at once with three segments left: three leave, and the others say why not",
  async (told) => {
    const { scene, maya, texts, dana, will, ana } = told;
    const card = await received(told, 7);
    await limitTo(told, 10);
    const replies = [];
    for (let at = 1; at <= 20; at++) {
      const author = [dana, will, ana][at % 3] ?? dana;
      replies.push(await card.reply(author, `reply ${at}`));
    }
    await scene.pass(120_000);
    assert.equal(sent(told), 3);
    assert.equal(await inLine(told), 3);
    // What Slack's rate limits have kept waiting too long is refused by catch-up.
    await scene.pass(HOUR);
    assert.equal(sent(told), 3);
    for (let at = 0; at < 3; at++) await maya.expectText(/^reply/);
    const marks = await Promise.all(replies.map((each) => each.marks()));
    const refused = marks.filter((each) => each.includes("x")).length;
    assert.equal(refused, 17);
    await card.expectReply(
      /10 segments a month.*starts again on November 1.*ask an admin/,
    );
    for (let at = 1; at < 17; at++) await card.expectReply(/did not leave/);
    await texts.expectMessage(/80 % of this month's plan is used: 8 of 10/);
    await texts.expectMessage(/used up: 10 of 10 segments/);
    assert.equal(await inLine(told), 0, "catch-up clears the line away");
  },
);

story(
  "every way of sending is held to the limit: reply, line, form, step and Retry",
  async (told) => {
    const { scene, maya, texts, dana } = told;
    const card = await received(told, 3);
    await limitTo(told, 3);
    const reply = await card.reply(dana, "a reply");
    const notice = await card.expectReply(/all of them are used/);
    await dana.pressButton(notice, "retry");
    await card.expectReply(/all of them are used/);
    await reply.expectMarks("x");
    const line = await texts.post(dana, `send ${maya.number} a line`);
    await card.expectReply("a line");
    await card.expectReply(/all of them are used/);
    await line.expectMarks("x");
    await (await dana.openSendForm(texts)).submit({
      to: maya.number,
      channel: texts.id,
      message: "a form",
    });
    await card.expectReply("a form");
    await card.expectReply(/all of them are used/);
    const step = await scene.runStep("send_text", {
      to: maya.number,
      message: "a step",
    });
    assert.match(JSON.stringify(step), /"sent":false.*all of them are used/);
    await card.expectReply("a step");
    await card.expectReply(/all of them are used/);
    assert.equal(sent(told), 0);
    assert.equal(await inLine(told), 0);
    await scene.pass(HOUR);
    await texts.expectMessage(/used up: 3 of 3/);
  },
);

story(
  "a reply that Slack told nobody of is held to the limit when catch-up finds it",
  async (told) => {
    const { scene, dana, texts } = told;
    const card = await received(told, 3);
    await limitTo(told, 3);
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "nobody heard this");
    mend();
    await scene.pass(HOUR);
    await card.expectReply(/all of them are used/);
    await reply.expectMarks("x");
    assert.equal(sent(told), 0);
    await texts.expectMessage(/used up/);
  },
);

story(
  "a text that needs more segments than are left is refused; a shorter one goes",
  async (told) => {
    const { maya, dana, texts } = told;
    const card = await received(told, 8);
    await limitTo(told, 10);
    const long = await card.reply(dana, "x".repeat(400));
    await card.expectReply(/2 are left, and this text needs 3/);
    await long.expectMarks("x");
    await card.reply(dana, "short");
    await maya.expectText("short");
    await inLine(told);
    await told.scene.pass(HOUR);
    await texts.expectMessage(/80 %/);
  },
);

story(
  "receiving is never blocked, and what it uses up is said once a month",
  async (told) => {
    const { scene, maya, texts } = told;
    const card = await received(told, 8);
    await limitTo(told, 10);
    await scene.pass(HOUR);
    await texts.expectMessage(/80 % .*8 of 10/);
    for (const body of ["nine", "ten", "eleven"]) {
      await maya.text(body);
      await card.expectReply(body);
    }
    await scene.pass(HOUR);
    await texts.expectMessage(/used up: 11 of 10.*Texts still come in/);
    await scene.pass(3 * HOUR);
  },
);

story(
  "the count starts again on the first by the clocks of the workspace, and Retry sends then",
  async (told) => {
    const { scene, maya, texts, dana } = told;
    const card = await received(told, 3);
    await limitTo(told, 3);
    const reply = await card.reply(dana, "see you in November");
    const notice = await card.expectReply(/starts again on November 1/);
    // The clocks of Los Angeles are put back on the first itself, so October ends at 07:00 UTC.
    const end = Date.UTC(2026, 10, 1, 7);
    await scene.pass(end - 60_000 - scene.clock.now());
    await texts.expectMessage(/used up/);
    await dana.pressButton(notice, "retry");
    const again = await card.expectReply(/starts again on November 1/);
    await scene.pass(end + 10_000 - scene.clock.now());
    await dana.pressButton(again, "retry");
    await maya.expectText("see you in November");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await inLine(told);
    await scene.pass(3 * HOUR);
    assert.equal(await inLine(told), 0, "catch-up clears the line away");
  },
  { begins: Date.UTC(2026, 9, 30, 15) },
);

story(
  "whoever deletes the usage thread delays texts by a minute, and nothing else",
  async (told) => {
    const { scene, maya, texts, dana } = told;
    const card = await received(told, 1);
    await limitTo(told, 10);
    const thread = (await texts.messages())
      .find(({ metadata }) => metadata?.event_type === "clerk_usage");
    await scene.surface.slack(dana.token, "chat.delete", {
      channel: texts.id,
      ts: thread?.ts,
    });
    const reply = await card.reply(dana, "hello");
    const notice = await card.expectReply(/begun a new one/);
    await reply.expectMarks("x");
    await expectUsageThread(texts);
    await scene.pass(90_000);
    await dana.pressButton(notice, "retry");
    await maya.expectText("hello");
    assert.equal(await inLine(told), 1);
  },
);

story(
  "a plan with plenty left has nobody stand in line",
  async (told) => {
    const { maya, dana } = told;
    const card = await received(told, 1);
    await limitTo(told, 10_000);
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    assert.equal(await inLine(told), 0);
  },
);

story(
  "what the carrier refuses gives its place in line back, and what it has taken counts once",
  async (told) => {
    const { maya, noah, texts, dana } = told;
    const card = await received(told, 8);
    await limitTo(told, 10);
    await maya.is("opted_out");
    await card.reply(dana, "hello?");
    await card.expectReply(/opted out/);
    await card.expectWords(/Opted out/);
    assert.equal(await inLine(told), 0);
    await texts.post(dana, `send ${noah.number} one`);
    await noah.expectText("one");
    await texts.post(dana, `send ${noah.number} two`);
    await noah.expectText("two");
    const other = await texts.expectMessage(/New Conversation/);
    await other.expectReply("one");
    await other.expectReply("two");
    await texts.expectMessage(/used up: 10 of 10/);
    await inLine(told);
  },
);
