import assert from "node:assert/strict";
import { consents, expectNoWayLeft } from "../support/consents.ts";
import { story } from "../support/story.ts";

story(
  "a teammate can mark a contact as opted out and in again, is told what the carrier may still do, and the record says who",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
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
      const card = await phone.begins(texts, "STOP");
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
