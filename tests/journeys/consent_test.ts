import assert from "node:assert/strict";
import type { Channel, Message } from "../support/channel.ts";
import type { Phone } from "../support/phone.ts";
import type { Scene } from "../support/scene.ts";
import { story } from "../support/story.ts";
import type { Teammate } from "../support/teammate.ts";

const HOUR = 60 * 60 * 1000;

story(
  "who texts STOP is not texted again until they text START",
  async ({ maya, texts, dana }) => {
    await maya.text("hello");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hello");
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
    await maya.text("STOP");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("STOP");
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
    await maya.text("stop by at five");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("stop by at five");
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
    await maya.text("Basta");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("Basta");
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
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
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
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
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
    await noah.text("You have won!");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("You have won!");
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
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
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

/** Tries every way of texting, and makes sure that none asks the carrier. */
async function expectNoWayLeft(
  scene: Scene,
  phone: Phone,
  card: Message,
  channel: Channel,
  person: Teammate,
): Promise<void> {
  const asked = () =>
    scene.world.journal.since(0).filter(({ side, method }) =>
      side === "carrier" && method.startsWith("POST")
    ).length;
  const before = asked();
  const reply = await card.reply(person, "are you sure?");
  await card.expectReply(/has opted out/);
  await reply.expectMarks("x");
  await channel.post(person, `send ${phone.number} hello`);
  await person.expectWhisper(/has opted out/);
  const dashboard = await person.openDashboard(channel);
  await dashboard.click("send_text");
  const form = await person.expectModal("Send Text");
  const { errors } = await form.submit({
    to: phone.number,
    channel: channel.id,
    message: "hello",
  });
  assert.match(errors?.to ?? "", /has opted out/);
  await person.closeAll();
  const step = await scene.runStep("send_text", {
    to: phone.number,
    message: "hello",
  });
  assert.match(JSON.stringify(step), /has opted out/);
  assert.equal(asked(), before);
}

/** What the ledger holds. */
async function consents(scene: Scene): Promise<Record<string, unknown>[]> {
  const { items } = await scene.asApp<{ items: Record<string, unknown>[] }>(
    "apps.datastore.query",
    { datastore: "consents" },
  );
  return items;
}

story(
  "a text that asks in its own words to be left alone is put to people, once, and changes nothing by itself",
  async ({ scene, maya, texts, dana }) => {
    scene.fireEventsTwice();
    await maya.text("please stop texting me");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("please stop texting me");
    const note = await card.expectReply(/sounds as if they want no more/);
    await maya.text("I said leave me alone");
    await card.expectReply("I said leave me alone");
    await scene.pass(HOUR + 60_000);
    await card.expectNoWords(/Opted out/);
    await card.reply(dana, "Understood.");
    await maya.expectText("Understood.");
    assert.deepEqual(await consents(scene), []);

    await dana.pressButton(note, "consent");
    const form = await dana.expectModal("Consent", /may be texted/);
    const answer = await form.submit({ why: "it says so in the thread" });
    assert.equal(answer.errors, undefined);
    await card.expectWords(/Opted out/);
    await expectNoWayLeft(scene, maya, card, texts, dana);
    const [entry] = await consents(scene);
    assert.match(
      JSON.stringify(entry),
      /"opted out".*it says so in the thread/,
    );
    assert.match(JSON.stringify(entry), /"by":"dana"/i);
  },
);

story(
  "the note about an opt-out is made good by catch-up, and comes once however often a text is rung",
  async ({ scene, maya, texts }) => {
    const mend = scene.cutBell();
    const sid = await maya.text("take me off your list");
    await scene.pass(HOUR + 60_000);
    mend();
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("take me off your list");
    await card.expectReply(/sounds as if they want no more/);
    for (let times = 0; times < 2; times++) {
      await scene.ring("Inbound text", {
        message_sid: sid,
        from: maya.number,
        to: scene.line,
      });
    }
    await scene.pass(HOUR + 60_000);
    assert.equal((await card.replies()).length, 2);
  },
);

story(
  "a teammate can mark a contact as opted out and in again, is told what the carrier may still do, and the record says who",
  async ({ scene, maya, texts, dana, will }) => {
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hi");
    await card.expectWords(/Mark as opted out/);
    await dana.pressButton(card, "consent");
    const out = await dana.expectModal("Consent", /Nothing is recorded/);
    await will.pressButton(card, "consent");
    const late = await will.expectModal("Consent", /Nothing is recorded/);
    await out.submit({ why: "asked on the phone" });
    const { errors } = await late.submit({ why: "me too" });
    assert.match(errors?.why ?? "", /marked as opted out already/);
    await late.close();
    await card.expectWords(/Opted out:/);
    await expectNoWayLeft(scene, maya, card, texts, dana);

    await will.pressButton(card, "consent");
    const back = await will.expectModal("Consent", /asked on the phone/);
    assert.match(await back.words(), /until they text START/);
    await back.submit({ why: "" });
    await card.expectNoWords(/Opted out:/);
    await card.reply(will, "welcome back");
    await maya.expectText("welcome back");
    const who = (await consents(scene)).map(({ what, by }) => [what, by])
      .sort();
    assert.deepEqual(who, [["opted in", "will"], ["opted out", "dana"]]);
  },
);

story(
  "the dashboard shows who opted out and in, when and how, for everybody or one number, and hands it over as a file",
  async ({ maya, noah, texts, dana }) => {
    for (const phone of [maya, noah]) {
      await phone.text("STOP");
      const card = await texts.expectMessage(/New Inbound/);
      await card.expectReply("STOP");
      await phone.expectText(/unsubscribed/);
      await card.expectWords(/Opted out:/);
    }
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("consents");
    const ledger = await dana.expectModal("Consent", /they texted STOP/);
    assert.match(await ledger.words(), /0171.*0142/);
    await ledger.act("consent_search", "consent_search", noah.number);
    await dana.expectModal("Consent", /0171/);
    assert.doesNotMatch(await ledger.words(), /0142/);
    await ledger.submit({ consent_search: maya.number });
    assert.doesNotMatch(await ledger.words(), /0171/);
    await ledger.act("consent_search", "consent_search", "12");
    await dana.expectModal("Consent", /12/);
    assert.doesNotMatch(await ledger.words(), /they texted STOP/);
    await ledger.click("export_consents");
    await dana.expectModal("Consent", /comes as a message/);
    const csv = await dana.expectFile("consent.csv");
    assert.match(csv, /^Phone,Name,What,When \(UTC\),How,By,Line\r\n/);
    for (const { number } of [maya, noah]) {
      const row = `\\${number},,opted out,\\S+Z,they texted STOP,,`;
      assert.match(csv, new RegExp(row));
    }
  },
);
