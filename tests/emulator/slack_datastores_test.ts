import assert from "node:assert/strict";
import { Datastores } from "../../emulator/slack/datastores/datastores.ts";
import { definitions, errorOf, openDatastores } from "./datastore_fixture.ts";

Deno.test("put replaces, update merges or makes, get of nothing is an empty item", () => {
  const { datastores } = openDatastores();
  datastores.put("texts", { sid: "SM1", body: "hi", count: 1 });
  datastores.put("texts", { sid: "SM1", body: "hello" });
  assert.deepEqual(datastores.get("texts", "SM1"), {
    sid: "SM1",
    body: "hello",
  });
  assert.deepEqual(datastores.update("texts", { sid: "SM1", count: 2 }), {
    sid: "SM1",
    body: "hello",
    count: 2,
  });
  assert.deepEqual(datastores.update("texts", { sid: "SM2", count: 5 }), {
    sid: "SM2",
    count: 5,
  });
  datastores.delete("texts", "SM1");
  datastores.delete("texts", "SM1");
  assert.deepEqual(datastores.get("texts", "SM1"), {});
});

Deno.test("an item must fit the manifest", () => {
  const { datastores } = openDatastores();
  const put = (item: Record<string, unknown>) => () =>
    datastores.put("texts", item);
  assert.deepEqual(errorOf(() => datastores.get("nowhere", "SM1")), {
    code: "datastore_config_not_found",
    message: "The datastore configuration could not be found",
    pointer: "/datastores",
  });
  assert.equal(errorOf(put({ body: "hi" })).code, "missing_primary_key");
  assert.equal(errorOf(put({ sid: "" })).code, "invalid_primary_key");
  assert.equal(
    errorOf(put({ sid: "x".repeat(2049) })).code,
    "invalid_primary_key",
  );
  assert.equal(
    errorOf(put({ sid: "SM1", colour: "red" })).pointer,
    "/item/colour",
  );
  for (
    const wrong of [
      { body: 1 },
      { count: 1.5 },
      { score: "1" },
      { seen: "yes" },
      { tags: {} },
      { address: [] },
      { channel: "general" },
      { channel: null },
      { expires: 1.5 },
    ]
  ) {
    assert.equal(
      errorOf(put({ sid: "SM1", ...wrong })).code,
      "invalid_attribute_type",
      JSON.stringify(wrong),
    );
  }
  assert.equal(
    errorOf(put({ sid: "SM1", body: "x".repeat(400 * 1024) })).code,
    "item_too_large",
  );
  assert.deepEqual(datastores.all("texts"), []);
  put({ sid: "SM1", body: null, channel: "C0AAAAAAA1", address: { zip: 1 } })();
});

Deno.test("a manifest that Slack would not install is refused", () => {
  const { datastores } = openDatastores();
  const install = (change: Record<string, unknown>) => () =>
    datastores.install({ texts: { ...definitions.texts, ...change } });
  assert.throws(install({ primary_key: "id" }), /primary key id/);
  assert.throws(install({ primary_key: "count" }), /primary key count/);
  assert.throws(
    install({ time_to_live_attribute: "count" }),
    /must be of type timestamp/,
  );
  assert.throws(
    install({ attributes: { sid: { type: "slack#/types/blocks" } } }),
    /cannot be of type/,
  );
  const eleven = Array.from(
    { length: 11 },
    (_, i) => [`t${i}`, definitions.texts],
  );
  assert.throws(
    () => datastores.install(Object.fromEntries(eleven)),
    /at most 10/,
  );
});

Deno.test("bulk calls write all or nothing and read in an order of their own", () => {
  const { datastores } = openDatastores();
  assert.equal(
    errorOf(() =>
      datastores.bulkPut("texts", [{ sid: "SM1" }, { sid: "SM2", count: "2" }])
    ).pointer,
    "/items/1/count",
  );
  assert.deepEqual(datastores.all("texts"), []);
  assert.match(
    String(
      errorOf(() =>
        datastores.bulkPut("texts", [{ sid: "SM1" }, { sid: "SM1" }])
      ).message,
    ),
    /duplicates/,
  );
  datastores.bulkPut("texts", [{ sid: "SM2" }, { sid: "SM1" }]);
  assert.deepEqual(datastores.bulkGet("texts", ["SM2", "SM9", "SM1"]), [
    { sid: "SM1" },
    { sid: "SM2" },
  ]);
  datastores.bulkDelete("texts", ["SM1", "SM9"]);
  assert.deepEqual(datastores.all("texts"), [{ sid: "SM2" }]);
});

Deno.test("an expired item stays for two days", () => {
  const { datastores, clock } = openDatastores();
  datastores.put("texts", { sid: "SM1", expires: clock.time / 1000 + 60 });
  clock.time += 48 * 3_600_000;
  assert.notDeepEqual(datastores.get("texts", "SM1"), {});
  clock.time += 61_000;
  assert.deepEqual(datastores.get("texts", "SM1"), {});
  assert.equal(datastores.count("texts", {}), 0);
});

Deno.test("stale reads answer as of a while ago; writes and onlookers do not", () => {
  let behind = 0;
  const { datastores, clock } = openDatastores(() => behind);
  datastores.put("texts", { sid: "SM1", body: "one" });
  const first = clock.time;
  clock.time += 100;
  datastores.put("texts", { sid: "SM1", body: "two" });
  datastores.put("texts", { sid: "SM2" });
  clock.time += 100;
  datastores.delete("texts", "SM1");

  behind = 50;
  assert.equal(datastores.get("texts", "SM1").body, "two");
  assert.equal(datastores.query("texts", {}).items.length, 2);
  behind = 150;
  assert.equal(datastores.get("texts", "SM1").body, "one");
  assert.deepEqual(datastores.get("texts", "SM2"), {});
  assert.deepEqual(datastores.bulkGet("texts", ["SM1", "SM2"]), [
    { sid: "SM1", body: "one" },
  ]);
  assert.equal(datastores.count("texts", {}), 1);
  behind = 1000;
  assert.deepEqual(datastores.get("texts", "SM1"), {});

  assert.deepEqual(datastores.update("texts", { sid: "SM1", count: 1 }), {
    sid: "SM1",
    count: 1,
  });
  assert.equal(datastores.read("texts", "SM1")?.count, 1);
  assert.equal(datastores.read("texts", "SM1", first)?.body, "one");
});

Deno.test("what is kept in the store is found again", () => {
  const { datastores, clock, store } = openDatastores();
  datastores.put("texts", { sid: "SM1", body: "hi" });
  datastores.put("texts", { sid: "SM2", body: "ho" });
  datastores.delete("texts", "SM2");
  const again = new Datastores({ store, clock });
  again.install(definitions);
  assert.deepEqual(again.query("texts", {}).items, [{
    sid: "SM1",
    body: "hi",
  }]);
});
