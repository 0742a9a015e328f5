import assert from "node:assert/strict";
import { Datastores } from "../../emulator/slack/datastores/datastores.ts";
import { VirtualClock } from "../support/virtual_clock.ts";
import manifest from "../../manifest.ts";
import { readManifest } from "../../emulator/slack/manifest.ts";
import { FilledStore } from "./scale/filled_store.ts";
import { grown, scaleFigures } from "./scale/scale_figures.ts";

Deno.test("ten thousand contacts and conversations make nothing dearer than a hundred do", async () => {
  const few = await scaleFigures(100);
  const many = await scaleFigures(10_000);
  assert.deepEqual(grown(few, many), []);
  const { measures: [first], ...rest } = many;
  assert(first);
  const dearer = { ...rest, measures: [{ ...first, calls: 99 }] };
  assert.deepEqual(grown({ ...few, measures: [first] }, dearer), [
    `${first.journey}: calls: 99 with 10000, ${first.calls} with 100`,
  ]);
});

Deno.test("a filled table answers for every row that it says it has, and keeps what is written over them", () => {
  const store = new FilledStore(1_000, "+14155550100");
  const tables = new Datastores({ store, clock: new VirtualClock() });
  tables.install(readManifest(manifest).datastores);
  const { items } = tables.query("contacts", { limit: 1_000 });
  assert.equal(items.length, 1_000);
  for (const { number, name } of items.slice(0, 50)) {
    const [conversation] = tables.bulkGet("conversations", [
      `+14155550100:${number}`,
    ]);
    const { channel, card_ts } = conversation ?? {};
    assert.equal(
      tables.get("places", `${channel}:${card_ts}`).contact,
      number,
    );
    assert.equal(tables.get("conversations", `name:${number}`).name, name);
  }
  const [first, second] = items.map(({ number }) => String(number));
  tables.update("contacts", { number: first, name: "Maya" });
  tables.delete("contacts", second ?? "");
  assert.equal(tables.get("contacts", first ?? "").name, "Maya");
  assert.equal(tables.count("contacts", {}), 999);
});
