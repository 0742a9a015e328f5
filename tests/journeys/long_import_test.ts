import assert from "node:assert/strict";
import { openContacts, openImport, search } from "../support/address_book.ts";
import { peopleMadeUp } from "../support/people_made_up.ts";
import { type Story, story } from "../support/story.ts";

function manyPeople(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `Person ${at},+1415555${String(1000 + at)}`,
  );
  return ["Name,Phone", ...rows].join("\n");
}

story(
  "a long import goes on by itself, run by run, shows how far it is, and holds off another",
  async ({ scene, texts, dana, will }) => {
    const file = await dana.dropFile("many.csv", manyPeople(700));
    const form = await openImport(dana, texts);
    await form.submit({ file: [file] });
    await dana.expectModal("Import contacts", /300 of 700/);
    const other = await openImport(will, texts);
    const refused = await other.submit({ pasted: "B,4155550143" });
    assert.match(refused.errors?.pasted ?? "", /Another import/);
    await scene.pass(50_000);
    await dana.expectModal("Import contacts", /600 of 700/);
    await scene.pass(50_000);
    await dana.expectModal("Import contacts", /700 added/);
    const report = await dana.expectFile("import_report.txt");
    assert.equal(report.match(/: added: /g)?.length, 700);
    const list = await openContacts(dana, texts);
    assert.match(await search(list, "person 699"), /Person 699/);
    const runs = scene.world.slack.triggers.all()
      .filter(({ definition }) => definition.name === "Import contacts");
    assert.deepEqual(runs, [], "no run is left over");
  },
);

story(
  "an import whose run died goes on where it stopped, and reports all of it",
  async ({ scene, texts, dana }) => {
    const file = await dana.dropFile("many.csv", manyPeople(400));
    const form = await openImport(dana, texts);
    await form.submit({ file: [file] });
    await dana.expectModal("Import contacts", /300 of 400/);
    await scene.pass(3_000);
    // As a run leaves it that dies before it says how far it has come, and with it whoever would follow.
    const { datastores, triggers } = scene.world.slack;
    const state = datastores.get("contact_index", "import:");
    datastores.put("contact_index", { ...state, outcomes: "a".repeat(200) });
    for (const { id, definition } of triggers.all()) {
      if (definition.name === "Import contacts") triggers.remove(id);
    }
    await scene.pass(65 * 60_000);
    await scene.pass(65 * 60_000);
    const report = await dana.expectFile("import_report.txt");
    assert.equal(report.match(/: added: /g)?.length, 300);
    assert.equal(report.match(/: as it was: /g)?.length, 100);
    const list = await openContacts(dana, texts);
    assert.match(await search(list, "person 399"), /Person 399/);
  },
);

/** Gives each of these a conversation, whose card stands in `#texts`. @returns the cards. */
async function seedCards(
  { scene, texts, line }: Story,
  numbers: string[],
): Promise<{ ts: string }[]> {
  const cards = [];
  for (const number of numbers) {
    const card = await scene.asApp<{ ts: string }>("chat.postMessage", {
      channel: texts.id,
      text: `a card for ${number}`,
    });
    scene.expected.add(texts.id + card.ts);
    scene.world.slack.datastores.put("conversations", {
      id: `${line}:${number}`,
      channel: texts.id,
      card_ts: card.ts,
      begun: "contact",
    });
    await scene.pass(1_000);
    cards.push(card);
  }
  return cards;
}

story(
  "an import writes the new name on every card, no faster than Slack lets it",
  async (story) => {
    const { scene, texts, dana } = story;
    const people = peopleMadeUp(65);
    const lines = people.map(({ name, number }) => `${name},${number}`);
    const cards = await seedCards(story, people.map(({ number }) => number));
    const form = await openImport(dana, texts);
    const from = scene.world.journal.since(0).length;
    await form.submit({
      file: [await dana.dropFile("people.csv", lines.join("\n"))],
    });
    for (let minutes = 0; minutes < 3; minutes++) await scene.pass(60_000);
    await dana.expectModal("Import contacts", /65 added/);
    const messages = await texts.messages();
    cards.forEach(({ ts }, at) => {
      const words = JSON.stringify(messages.find((each) => each.ts === ts));
      const { name = "" } = people[at] ?? {};
      assert.ok(words.includes(name), `${name} stands on the card: ${words}`);
    });
    const refused = scene.world.journal.since(from)
      .filter(({ outcome }) => outcome !== "ok");
    assert.deepEqual(refused, [], "nothing was asked for in haste");
  },
);

story(
  "many who opted out are all marked as such, and none of it is asked for in haste",
  async ({ scene, texts, dana }) => {
    const people = peopleMadeUp(130);
    const lines = [
      "Name,Phone,Opted out",
      ...people.map(({ name, number }) => `${name},${number},yes`),
    ];
    const form = await openImport(dana, texts);
    const from = scene.world.journal.since(0).length;
    await form.submit({
      file: [await dana.dropFile("people.csv", lines.join("\n"))],
    });
    for (let minutes = 0; minutes < 3; minutes++) await scene.pass(60_000);
    await dana.expectModal(
      "Import contacts",
      /130 added.*Opted out, as it says: 130/,
    );
    const refused = scene.world.journal.since(from)
      .filter(({ outcome }) => outcome !== "ok");
    assert.deepEqual(refused, []);
    const rows = scene.world.slack.datastores.all("consents");
    assert.equal(rows.length, 130);
    await texts.post(dana, `send ${people.at(-1)?.number} hello`);
    await dana.expectWhisper(/has opted out/);
  },
);
