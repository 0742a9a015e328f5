import assert from "node:assert/strict";
import { consents, expectNoWayLeft } from "../support/consents.ts";
import { getNumber, openBoard, pressAbout } from "../support/more_places.ts";
import { story } from "../support/story.ts";

const OTHER = "+12025550110";

const HOUR = 60 * 60 * 1000;

story(
  "who texts STOP is not texted again until they text START",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hello");
    await maya.text(" Stop ");
    await card.expectReply(/Stop/);
    await maya.expectText(/unsubscribed/);
    await card.expectWords(/Opted out/);
    const refused = await card.reply(dana, "are you sure?");
    await card.expectReply(/has opted out/);
    await refused.expectMarks("x");
    await maya.expectNoText();
    await maya.text("START");
    await card.expectReply("START");
    await maya.expectText(/re-subscribed/);
    await card.expectNoWords(/Opted out/);
    const reply = await card.reply(dana, "welcome back");
    await maya.expectText("welcome back");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "the carrier is not asked for an opted-out contact, by a reply, the form, a send line or a step",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "STOP");
    await maya.expectText(/unsubscribed/);
    await card.expectWords(/Opted out/);
    await expectNoWayLeft(scene, maya, card, texts, dana);
  },
);

for (const word of ["stop", "  UnSubscribe ", "OptOut", "CANCEL\n"]) {
  story(
    `the whole text ${
      JSON.stringify(word)
    } opts out, in any case and with white space around it`,
    async ({ maya, texts }) => {
      await maya.text(word);
      const card = await texts.expectMessage(/New Inbound/);
      await card.expectReply(new RegExp(word.trim()));
      await maya.expectText(/unsubscribed/);
      await card.expectWords(/Opted out/);
    },
  );
}

story(
  "a keyword among other words, HELP, and a YES of somebody who never opted out are ordinary texts",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "stop by at five");
    await maya.text("HELP");
    await card.expectReply("HELP");
    await maya.expectText(/Reply STOP/);
    await maya.text("YES");
    await card.expectReply("YES");
    await scene.pass(10_000);
    await card.expectNoWords(/Opted out/);
    await card.reply(dana, "see you then");
    await maya.expectText("see you then");
    const rows = await consents(scene);
    assert.deepEqual(rows, []);
  },
);

story(
  "a keyword of the account's own counts as the carrier says",
  async ({ scene, maya, texts, dana, line }) => {
    scene.world.carrier.optOuts.setOwnWords(line, {
      STOP: ["basta"],
      START: ["ancora"],
    });
    const card = await maya.begins(texts, "Basta");
    await maya.expectText(/unsubscribed/);
    await card.expectWords(/Opted out/);
    const refused = await card.reply(dana, "davvero?");
    await card.expectReply(/has opted out/);
    await refused.expectMarks("x");
    await maya.text("ancora");
    await card.expectReply("ancora");
    await maya.expectText(/re-subscribed/);
    await card.expectNoWords(/Opted out/);
    await card.reply(dana, "bene");
    await maya.expectText("bene");
  },
);

story(
  "whom the carrier refuses to text is opted out from then on, and the carrier is not asked again",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await maya.is("opted_out");
    const first = await card.reply(dana, "hello");
    await card.expectReply(/opted out by replying STOP/);
    await first.expectMarks("x");
    await card.expectWords(/Opted out/);
    await expectNoWayLeft(scene, maya, card, texts, dana);
  },
);

story(
  "whom the carrier turns out to refuse only later is opted out from then on",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const first = await card.reply(dana, "hello");
    await scene.pass(600);
    await maya.is("opted_out");
    await card.expectReply(/opted out by replying STOP/);
    await first.expectMarks("heavy_check_mark", "x");
    await card.expectWords(/Opted out/);
    await expectNoWayLeft(scene, maya, card, texts, dana);
    assert.equal((await consents(scene)).length, 1);
  },
);

story(
  "STOP can be texted to a spammer, like any text",
  async ({ noah, texts, dana }) => {
    const card = await noah.begins(texts, "You have won!");
    const reply = await card.reply(dana, "STOP");
    await noah.expectText("STOP");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await card.reply(dana, "and stay away");
    await noah.expectText("and stay away");
  },
);

story(
  "a STOP whose run was lost, or died before it was done, is applied by catch-up",
  async ({ scene, maya, noah, texts, dana }) => {
    const mend = scene.cutBell();
    await maya.text("STOP");
    await maya.expectText(/unsubscribed/);
    await scene.pass(3_000);
    mend();
    await noah.text("STOP");
    await noah.expectText(/unsubscribed/);
    const second = await texts.expectMessage(/0171/);
    await second.expectReply("STOP");
    await second.expectWords(/Opted out/);
    await scene.pass(3_000);
    await scene.asApp("apps.datastore.update", {
      datastore: "conversations",
      item: { id: `contact:${noah.number}`, opted_out: false, consent_at: 0 },
    });
    await scene.pass(HOUR + 60_000);
    const first = await texts.expectMessage(/0142/);
    await first.expectReply("STOP");
    await first.expectWords(/Opted out/);
    for (const card of [first, second]) {
      const refused = await card.reply(dana, "hello?");
      await card.expectReply(/has opted out/);
      await refused.expectMarks("x");
    }
    assert.equal((await consents(scene)).length, 2);
  },
);

story(
  "a STOP is recorded although its card stands in an archived channel",
  async ({ scene, maya, texts, dana, general }) => {
    await maya.begins(texts, "hi");
    await scene.pass(20_000);
    await scene.surface.slack(dana.token, "conversations.archive", {
      channel: texts.id,
    });
    await maya.text("STOP");
    await maya.expectText(/unsubscribed/);
    await scene.pass(2 * HOUR);
    await general.post(dana, `send ${maya.number} hello`);
    const step = await scene.runStep("send_text", {
      to: maya.number,
      message: "hello",
    });
    assert.match(JSON.stringify(step), /has opted out/);
  },
);

story(
  "a START from between two STOPs, at another line, changes nothing when it is read only after both",
  async ({ scene, maya, texts, dana }) => {
    getNumber(scene, OTHER);
    const board = await openBoard(dana, texts);
    await pressAbout(board, "connect_this_line", OTHER);
    const form = await dana.expectModal("Connect a line");
    await form.submit({ line: OTHER, channel: texts.id });
    await dana.closeAll();
    const card = await maya.begins(texts, "STOP");
    await maya.expectText(/unsubscribed/);
    const ring = scene.cutBell();
    await maya.text("START", OTHER);
    await scene.pass(5_000);
    ring();
    await maya.text("STOPALL");
    await card.expectReply("STOPALL");
    await scene.pass(HOUR);
    const other = await texts.expectMessage(/New Inbound/);
    await other.expectReply(/START/);
    await card.expectWords(/Opted out/);
    const refused = await card.reply(dana, "are you sure?");
    await card.expectReply(/has opted out/);
    await refused.expectMarks("x");
  },
);
