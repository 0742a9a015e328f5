import assert from "node:assert/strict";
import { addContacts, openContacts, search } from "../support/address_book.ts";
import { story } from "../support/story.ts";

story(
  "a contact is added, found by parts of the name or the number, and shown with tags",
  async ({ texts, dana }) => {
    const empty = await openContacts(dana, texts);
    assert.match(await empty.words(), /There are no contacts yet.*Add contact/);
    await empty.close();
    const list = await addContacts(
      dana,
      texts,
      {
        name: "Maya López",
        number: "(415) 555-0142",
        tags: "north, vip",
        notes: "likes tea",
      },
      { name: "Noah Winter", number: "+1 415 555 0171" },
    );
    assert.match(await list.words(), /Maya López.*\+1 415-555-0142.*_vip_/);
    for (const words of ["lop", "MAYA", "maya l", "0142", "4155550142"]) {
      const found = await search(list, words);
      assert.match(found, /Maya López/, words);
      assert.doesNotMatch(found, /Noah/, words);
    }
    assert.match(await search(list, "zz"), /Nobody is found by “zz”/);
    await list.click("contacts_first");
    assert.match(await list.words(), /Maya.*Noah/);
  },
);

story(
  "one number is one contact, however it is written",
  async ({ texts, dana }) => {
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya", number: "415 555 0142" },
    );
    await list.click("add_contact");
    const form = await dana.expectModal("Add contact");
    const again = await form.submit({ name: "M.", number: "+1(415)555-0142" });
    assert.match(again.errors?.number ?? "", /saved already, as Maya/);
    const unread = await form.submit({ name: "M.", number: "12" });
    assert.match(unread.errors?.number ?? "", /12/);
    const unnamed = await form.submit({ name: " ", number: "415 555 0171" });
    assert.match(unnamed.errors?.name ?? "", /Write a name/);
    await form.close();
    assert.equal((await search(list, "0142")).match(/555-0142/g)?.length, 1);
  },
);

story(
  "a text from a saved number shows the name, and renaming changes the card",
  async ({ maya, texts, dana }) => {
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya", number: maya.number, tags: "vip" },
    );
    await maya.text("hi");
    const card = await texts.expectMessage(/New Inbound Message: Maya/);
    const shown = await card.expectReply("hi");
    assert.equal((await shown.seen())?.username, "Maya");
    await list.choose(/Maya/, "Edit");
    const form = await dana.expectModal(
      "Edit contact",
      /"initial_value":"vip"/,
    );
    await form.submit({ name: "Dr. Maya <Lopez>", number: maya.number });
    await dana.expectModal("Contacts", /Dr. Maya &lt;Lopez&gt;/);
    await card.expectWords(/Dr. Maya &lt;Lopez&gt;/);
    await maya.text("still me");
    const next = await card.expectReply("still me");
    assert.equal((await next.seen())?.username, "Dr. Maya <Lopez>");
    assert.match(await search(list, "lopez"), /Lopez/);
  },
);

story(
  "who is saved by another number is found there, and no more under the old one",
  async ({ maya, noah, texts, dana }) => {
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya", number: maya.number },
    );
    await list.choose(/Maya/, "Edit");
    const form = await dana.expectModal("Edit contact", /0142/);
    await form.submit({ name: "Maya", number: noah.number });
    await dana.expectModal("Contacts", /0171/);
    assert.match(await search(list, "may"), /0171/);
    assert.doesNotMatch(await search(list, "may"), /0142/);
    assert.match(await search(list, "0142"), /Nobody is found/);
  },
);

story(
  "deleting asks first, keeps an opt-out, and takes the name off the card",
  async ({ maya, texts, dana }) => {
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya", number: maya.number },
    );
    await maya.text("STOP");
    const card = await texts.expectMessage(/Maya/);
    await card.expectReply("STOP");
    await maya.expectText(/unsubscribed/);
    await card.expectWords(/Opted out/);
    await search(list, "may");
    assert.match(await list.words(), /🚫 Opted out/);
    await list.choose(/Maya/, "Delete…");
    const sure = await dana.expectModal("Delete contact", /an opt-out/);
    await sure.submit({});
    await dana.expectModal("Contacts", /Nobody is found/);
    await card.expectNoWords(/Maya/);
    await card.expectWords(/Opted out/);
    const reply = await card.reply(dana, "hello?");
    await card.expectReply(/has opted out/);
    await reply.expectMarks("x");
  },
);

story(
  "of two who save one contact at once the later wins, everywhere",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    const ours = await addContacts(
      dana,
      texts,
      { name: "Old Name", number: maya.number },
    );
    const theirs = await openContacts(will, texts);
    await ours.choose(/Old Name/, "Edit");
    await theirs.choose(/Old Name/, "Edit");
    const one = await dana.expectModal("Edit contact", /0142/);
    const other = await will.expectModal("Edit contact", /0142/);
    await Promise.all([
      one.submit({ name: "Anna Abel", number: maya.number }),
      other.submit({ name: "Berta Bach", number: maya.number }),
    ]);
    await scene.pass(2_000);
    const list = await openContacts(will, texts);
    const isAnna = /Anna/.test(await list.words());
    const [won, lost] = isAnna ? ["Anna", "Berta"] : ["Berta", "Anna"];
    assert.match(await search(list, won), new RegExp(won));
    assert.match(await search(list, lost), /Nobody is found/);
    assert.match(await search(list, "old"), /Nobody is found/);
    await card.expectWords(new RegExp(won));
    await card.expectNoWords(new RegExp(lost));
  },
);

story(
  "a save that died half-way is made good by saving again",
  async ({ scene, maya, texts, dana }) => {
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya Old", number: maya.number },
    );
    const { datastores } = scene.world.slack;
    const before = datastores.get("contacts", maya.number);
    await list.choose(/Maya Old/, "Edit");
    const rename = async (name: string) => {
      const form = await dana.expectModal("Edit contact", /0142/);
      await form.submit({ name, number: maya.number });
    };
    await rename("Zoe Zest");
    // As a run leaves it that dies before its last step.
    datastores.put("contacts", before);
    await search(list, "0142");
    await list.choose(/Maya Old/, "Edit");
    await rename("Maya Newest");
    assert.match(await search(list, "newest"), /Maya Newest/);
    assert.match(await search(list, "old"), /Nobody is found/);
    assert.match(await search(list, "zest"), /Nobody is found/);
  },
);
