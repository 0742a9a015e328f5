import assert from "node:assert/strict";
import { openContacts, search } from "../support/address_book.ts";
import { seedContacts } from "../support/seed_contacts.ts";
import { story } from "../support/story.ts";

story(
  "the list opens as quickly among thousands of contacts, and pages through all of them",
  async ({ scene, texts, dana }) => {
    const { datastores } = scene.world.slack;
    for (let at = 0; at < 1500; at++) {
      datastores.put("contacts", {
        number: `+1415555${1000 + at}`,
        name: `Person ${at}`,
        tags: [],
        notes: "n".repeat(800),
        by: dana.id,
        updated_at: 0,
      });
    }
    const dashboard = await dana.openDashboard(texts);
    const asked = scene.world.journal.since(0).length;
    await dashboard.click("contacts");
    const list = await dana.expectModal("Contacts", /Person/);
    const calls = scene.world.journal.since(0).slice(asked)
      .map(({ method }) => method);
    assert.deepEqual(calls.sort(), [
      "apps.datastore.bulkGet",
      "apps.datastore.bulkGet",
      "apps.datastore.query",
      "views.push",
      "views.update",
    ]);
    const first = await list.words();
    await list.click("contacts_next");
    assert.notEqual(await list.words(), first);
    assert.match(await list.words(), /Person/);
  },
);

story(
  "a search that finds more than it can show says so, and finds fewer for more letters",
  async ({ scene, texts, dana }) => {
    await seedContacts(scene.world.slack.datastores, 3_000);
    const list = await openContacts(dana, texts);
    await search(list, "ja");
    assert.match(await list.words(), /There are more than these/);
    assert.equal((await list.words()).match(/contact_menu/g)?.length, 25);
    const found = await search(list, "james smi");
    assert.match(found, /James.* Smith/);
    assert.doesNotMatch(await list.words(), /There are more than these/);
  },
);
