import assert from "node:assert/strict";
import { addContacts, openContacts, search } from "../support/address_book.ts";
import { peopleMadeUp } from "../support/people_made_up.ts";
import { story } from "../support/story.ts";

/** What each view says that has nothing to list yet, and what to do where something can be done. */
const EMPTY: [way: string, title: string, words: RegExp][] = [
  ["contacts", "Contacts", /There are no contacts yet. Press \*Add contact\*/],
  ["do_not_disturb", "Do Not Disturb", /Nobody is on the list: every text/],
  ["consents", "Consent", /Nobody has opted out or in yet/],
  ["routing", "Where texts go", /There are no rules yet.*else → /],
  ["usage", "Usage", /\*0\* segments used.*Nobody has sent a text this month/],
];

story(
  "every list that is empty says so, from the dashboard on",
  async ({ dana, texts }) => {
    const dashboard = await dana.openDashboard(texts);
    assert.match(await dashboard.words(), /Nobody: every conversation has/);
    for (const [way, title, words] of EMPTY) {
      await dashboard.click(way);
      await (await dana.expectModal(title, words)).close();
    }
  },
);

story(
  "a search that finds nothing says what was looked for, or why it cannot be",
  async ({ dana, maya, texts }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("consents");
    const ledger = await dana.expectModal("Consent", /consent_search/);
    await ledger.act("consent_search", "consent_search", maya.number);
    await dana.expectModal("Consent", /Nothing is recorded of this number/);
    await ledger.act("consent_search", "consent_search", "12");
    await dana.expectModal("Consent", /“12” is too short|short code|12/);
    await ledger.close();
    await dashboard.click("contacts");
    const list = await dana.expectModal("Contacts", /no contacts yet/);
    assert.match(await search(list, "m"), /found by “m”.*at least two letters/);
  },
);

story(
  "what would be an empty file is not made",
  async ({ dana, texts }) => {
    const list = await openContacts(dana, texts);
    await list.click("export_contacts");
    const none = await dana.expectModal("Clerk", /no contacts yet.*Add or/);
    await none.close();
    await dana.closeAll();
    await (await dana.openDashboard(texts)).click("consents");
    const ledger = await dana.expectModal("Consent", /consent_search/);
    await ledger.click("export_consents");
    await dana.expectModal("Clerk", /Nobody has opted out or in yet/);
    assert.deepEqual(await dana.messagesFromApp(), []);
  },
);

story(
  "who is on Do Not Disturb and has texted nothing has nothing to review",
  async ({ dana, maya, texts }) => {
    await (await dana.openDashboard(texts)).click("do_not_disturb");
    const list = await dana.expectModal("Do Not Disturb", /Nobody is on/);
    await list.click("dnd_add");
    const form = await dana.expectModal("Do Not Disturb", /"why"/);
    await form.submit({ number: maya.number, why: "" });
    await dana.expectModal("Do Not Disturb", /no texts blocked/);
    await list.act(`dnd ${maya.number}`, "dnd_review", "");
    await dana.expectModal("Blocked texts", /has texted nothing since/);
  },
);

story(
  "the record of consent comes as a file, however many it holds",
  async ({ scene, dana, maya, texts }) => {
    await addContacts(dana, texts, { name: "Maya", number: maya.number });
    await dana.closeAll();
    const { datastores } = scene.world.slack;
    const people = [{ number: maya.number }, ...peopleMadeUp(3_000)];
    people.forEach(({ number }, at) =>
      datastores.put("consents", {
        id: `${number}:${at}:opted out`,
        contact: number,
        what: "opted out",
        how: "the imported list said so",
        at,
      })
    );
    await (await dana.openDashboard(texts)).click("consents");
    const ledger = await dana.expectModal("Consent", /imported list/);
    await ledger.click("export_consents");
    await dana.expectModal("Consent", /comes as a message/);
    const csv = await dana.expectFile("consent.csv");
    assert.equal(csv.trimEnd().split("\r\n").length, 3_002);
    assert.match(csv, /\+14155550142,Maya,opted out/);
  },
);
