import assert from "node:assert/strict";
import { addContacts, openContacts, search } from "../support/address_book.ts";
import type { Story } from "../support/story.ts";
import { story } from "../support/story.ts";

/** Isla's number as it is dialled in Britain. */
const AT_HOME = "07700 900123";

async function choose(
  { dana, texts, scene }: Story,
  home_country: string,
): Promise<void> {
  const form = await dana.openSettings(texts);
  assert.equal((await form.submit({ home_country })).errors, undefined);
  await (await dana.expectModal("Settings", /Saved/)).close();
  await scene.pass(2_000);
}

story(
  "with a default country, a number dialled as in that country is texted from the form, a send line and a step",
  async (story) => {
    const { scene, isla, dana, texts } = story;
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("send_text");
    const before = await dana.expectModal("Send Text");
    const typed = { to: AT_HOME, channel: texts.id, message: "one" };
    const { errors } = await before.submit(typed);
    assert.match(errors?.to ?? "", /too long without a country code/);
    await dana.closeAll();

    await choose(story, "GB");
    await (await dana.openDashboard(texts)).click("send_text");
    const form = await dana.expectModal("Send Text");
    assert.equal((await form.submit(typed)).errors, undefined);
    await isla.expectText("one");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("one");
    await texts.post(dana, `send ${AT_HOME} two`);
    await isla.expectText("two");
    await card.expectReply("two");
    const { outputs } = await scene.runStep("send_text", {
      to: AT_HOME,
      message: "three",
    });
    assert.equal(outputs?.sent, true);
    await isla.expectText("three");
    await card.expectReply("three");
  },
);

story(
  "contacts, imports, Do Not Disturb and the record of consent read numbers in the default country too",
  async (story) => {
    const { dana, texts } = story;
    await choose(story, "GB");
    const list = await addContacts(dana, texts, {
      name: "Isla",
      number: AT_HOME,
    });
    assert.match(await search(list, "isla"), /\+44 7700 900123/);
    await list.click("import_contacts");
    const form = await dana.expectModal("Import contacts", /"pasted"/);
    await form.submit({ pasted: "Finlay,07700 900124\nEve,+14155550142" });
    await dana.expectModal("Import contacts", /2 added/);
    const report = await dana.expectFile("import_report.txt");
    assert.match(report, /Finlay, \+44 7700 900124/);
    assert.match(report, /Eve, \+1 415-555-0142/);
    await dana.closeAll();

    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("do_not_disturb");
    const disturbed = await dana.expectModal("Do Not Disturb");
    await disturbed.click("dnd_add");
    const add = await dana.expectModal("Do Not Disturb", /"block_id":"why"/);
    await add.submit({ number: "07700 900124", why: "asked for it" });
    await dana.expectModal("Do Not Disturb", /Finlay/);
    await dana.closeAll();

    await (await dana.openDashboard(texts)).click("consents");
    const ledger = await dana.expectModal("Consent", /consent_search/);
    await ledger.act("consent_search", "consent_search", "07700 900124");
    await dana.expectModal("Consent", /7700 900124/);
  },
);

story(
  "everybody sees the default country, and only an admin chooses another",
  async (story) => {
    const { will, dana, texts } = story;
    const look = async () => {
      await (await will.openDashboard(texts)).click("settings");
      const view = await will.expectModal("Settings", /Only Clerk's admins/);
      const words = await view.words();
      await will.closeAll();
      return words;
    };
    assert.match(await look(), /Default country:\* The country of the line/);
    await choose(story, "CA");
    assert.match(await look(), /Default country:\* Canada/);
    await choose(story, "own");
    assert.match(await look(), /Default country:\* The country of the line/);
    const list = await openContacts(dana, texts);
    await list.click("add_contact");
    const form = await dana.expectModal("Add contact");
    const { errors } = await form.submit({ name: "Isla", number: AT_HOME });
    assert.match(errors?.number ?? "", /without a country code/);
  },
);

story(
  "a default country that may not be texted is refused with what to do",
  async ({ dana, texts }) => {
    const form = await dana.openSettings(texts);
    const { errors } = await form.submit({ home_country: "FR" });
    assert.match(errors?.home_country ?? "", /France is not among.*Add it/);
    const both = await form.submit({
      home_country: "FR",
      countries: ["US", "FR"],
    });
    assert.equal(both.errors, undefined);
    await dana.expectModal("Settings", /Saved.*Default country:\* France/);
  },
);
