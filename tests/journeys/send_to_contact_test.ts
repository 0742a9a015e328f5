import assert from "node:assert/strict";
import { addContacts } from "../support/address_book.ts";
import { story } from "../support/story.ts";

story(
  "the send form flips between number and contact, and keeps all that was typed",
  async ({ maya, noah, texts, general, dana }) => {
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya López", number: maya.number },
      { name: "Noah Winter", number: noah.number },
    );
    await list.close();
    const form = await dana.openSendForm(texts);
    const block = (await form.view()).blocks.find((each) =>
      JSON.stringify(each).includes("Send to Contact")
    );
    await form.act(String(block?.block_id), "send_to_contact", "", {
      to: "415 555 0199",
      channel: general.id,
      message: "Hello you",
    });
    const [maybe] = await form.suggestions("contact", "lop");
    assert.equal(maybe?.text.text, "Maya López · +1 415-555-0142");
    await form.act("contact", "contact", maybe);
    const fields = async () => JSON.stringify((await form.view()).blocks);
    await form.click("use_phone_number");
    assert.match(await fields(), /"initial_value":"415 555 0199"/);
    await form.click("send_to_contact");
    assert.match(await fields(), /"initial_option":.*Maya López/);
    assert.deepEqual((await form.submit({})).errors, undefined);
    await maya.expectText("Hello you");
    const card = await general.expectMessage(/Maya López/);
    await card.expectReply("Hello you");
    await texts.expectMessage(/New conversation with/);
  },
);

story(
  "without contacts there is nothing to flip to",
  async ({ texts, dana }) => {
    const form = await dana.openSendForm(texts);
    assert.doesNotMatch(await form.words(), /Send to Contact/);
  },
);

story(
  "the form knows a contact's place, and says under the contact why they cannot be texted",
  async ({ maya, noah, texts, dana }) => {
    await maya.begins(texts, "hi");
    await noah.text("STOP");
    const other = await texts.expectMessage(/0171/);
    await other.expectReply("STOP");
    await noah.expectText(/unsubscribed/);
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya", number: maya.number },
      { name: "Noah", number: noah.number },
    );
    await list.choose(/\*Maya\*/, "Text");
    const form = await dana.expectModal("Send Text", /Maya · /);
    await form.act("message", "message", "x".repeat(161));
    await dana.expectModal(
      "Send Text",
      /already text with this contact.*2 segments/,
    );
    const [choice] = await form.suggestions("contact", "noah");
    const { errors } = await form.submit({
      contact: choice,
      channel: texts.id,
      message: "hello?",
    });
    assert.match(errors?.contact ?? "", /Noah has opted out/);
  },
);

story(
  "each keystroke in the contact field costs one look into the index",
  async ({ scene, maya, texts, dana }) => {
    const list = await addContacts(
      dana,
      texts,
      { name: "Maya", number: maya.number },
    );
    await list.choose(/Maya/, "Text");
    const form = await dana.expectModal("Send Text", /Maya · /);
    for (const typed of ["m", "ma", "may", "42", "0142"]) {
      const asked = scene.world.journal.since(0).length;
      await form.suggestions("contact", typed);
      const calls = scene.world.journal.since(0).slice(asked)
        .map(({ method }) => method);
      assert.deepEqual(calls, ["apps.datastore.get"], typed);
    }
    assert.deepEqual(await form.suggestions("contact", "."), []);
  },
);
