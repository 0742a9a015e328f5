import assert from "node:assert/strict";
import { addContacts, openContacts, search } from "../support/address_book.ts";
import { story } from "../support/story.ts";

story(
  "from a contact's form one sees that they may be texted, and marks them as opted out, and in again",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const entry = { name: "Maya", number: maya.number };
    const list = await addContacts(dana, texts, entry);
    await list.choose(/Maya/, "Edit");
    const form = await dana.expectModal("Edit contact", /They may be texted/);
    await form.click("contact_consent");
    const consent = await dana.expectModal("Consent", /Nothing is recorded/);
    const done = await consent.submit({ why: "she told me on the phone" });
    assert.equal(done.errors, undefined);
    await dana.expectModal("Contacts", /Maya.*🚫 Opted out/);
    await card.expectWords(/Opted out/);
    await texts.post(dana, `send ${maya.number} hello`);
    await dana.expectWhisper(/Maya has opted out/);

    await scene.pass(2_000);
    await list.choose(/Maya/, "Edit");
    const again = await dana.expectModal("Edit contact", /🚫 Opted out, /);
    await again.click("contact_consent");
    const record = await dana.expectModal("Consent", /opted out.*by dana/i);
    assert.match(await record.words(), /she told me on the phone/);
    assert.equal((await record.submit({})).errors, undefined);
    await dana.expectModal("Contacts");
    assert.doesNotMatch(await list.words(), /Opted out/);
    await card.expectNoWords(/Opted out/);
  },
);

story(
  "from a contact's form they are put on Do Not Disturb, with the reason, and taken off",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const entry = { name: "Maya", number: maya.number };
    const list = await addContacts(dana, texts, entry);
    await list.choose(/Maya/, "Edit");
    const form = await dana.expectModal("Edit contact", /They may be texted/);
    await form.click("contact_disturbance");
    const disturb = await dana.expectModal("Do Not Disturb", /Maya/);
    const why = "writes every hour";
    assert.equal((await disturb.submit({ why })).errors, undefined);
    await dana.expectModal("Contacts", /Maya.*🔕 Do Not Disturb/);
    await card.expectWords(/Do Not Disturb, by dana: writes every hour/i);

    await scene.pass(2_000);
    await list.choose(/Maya/, "Edit");
    const again = await dana.expectModal(
      "Edit contact",
      /🔕 On Do Not Disturb: dana put them there.*writes every hour/i,
    );
    await again.click("contact_disturbance");
    const off = await dana.expectModal("Do Not Disturb", /Taken off/);
    assert.equal((await off.submit({})).errors, undefined);
    await dana.expectModal("Contacts");
    assert.doesNotMatch(JSON.stringify((await list.view()).blocks), /🔕/);
    await card.expectNoWords(/Do Not Disturb, by/);
  },
);

story(
  "the menu beside a contact leads to both too, and whoever comes second is told",
  async ({ maya, texts, dana, will }) => {
    const entry = { name: "Maya", number: maya.number };
    const ours = await addContacts(dana, texts, entry);
    const theirs = await openContacts(will, texts);
    await ours.choose(/Maya/, "Consent");
    await theirs.choose(/Maya/, "Consent");
    const one = await dana.expectModal("Consent", /may be texted/);
    const other = await will.expectModal("Consent", /may be texted/);
    assert.equal((await one.submit({})).errors, undefined);
    await dana.expectModal("Contacts", /🚫 Opted out/);
    await dana.scene.pass(2_000);
    const late = await other.submit({});
    assert.match(late.errors?.why ?? "", /Maya is marked as opted out already/);
    await other.close();

    await ours.choose(/Maya/, "Do Not Disturb");
    await theirs.choose(/Maya/, "Do Not Disturb");
    const first = await dana.expectModal("Do Not Disturb", /Nothing that/);
    const second = await will.expectModal("Do Not Disturb", /Nothing that/);
    assert.equal((await first.submit({})).errors, undefined);
    await dana.scene.pass(2_000);
    const told = await second.submit({});
    assert.match(told.errors?.why ?? "", /dana/i);
    await second.close();
    assert.match(await search(theirs, "maya"), /Opted out.*Do Not Disturb/);
  },
);

story(
  "who was deleted meanwhile is said to be, instead of a form",
  async ({ scene, maya, texts, dana, will }) => {
    const entry = { name: "Maya", number: maya.number };
    const ours = await addContacts(dana, texts, entry);
    const theirs = await openContacts(will, texts);
    await ours.choose(/Maya/, "Delete…");
    await (await dana.expectModal("Delete contact")).submit({});
    await dana.expectModal("Contacts", /no contacts yet/);
    await scene.pass(2_000);
    await theirs.choose(/Maya/, "Edit");
    await will.expectModal("Clerk", /has been deleted meanwhile.*Close this/);
  },
);
