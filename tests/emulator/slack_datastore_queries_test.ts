import assert from "node:assert/strict";
import fc from "fast-check";
import type { Selection } from "../../emulator/slack/datastores/expression.ts";
import { errorOf, openDatastores } from "./datastore_fixture.ts";

Deno.test("expressions find what DynamoDB's would", () => {
  const { datastores } = openDatastores();
  datastores.put("texts", {
    sid: "SM1",
    body: "hello world",
    name: "Dana",
    count: 3,
    score: 1.5,
    seen: true,
    tags: ["red", "blue"],
    address: { zip: "94107", lines: ["a", "b"] },
  });
  const matches = (
    expression: string,
    attributes: string[],
    values: unknown[] = [],
  ) =>
    datastores.count("texts", {
      expression,
      expression_attributes: Object.fromEntries(
        attributes.map((name, i) => [`#${"abc"[i]}`, name]),
      ),
      expression_values: Object.fromEntries(
        values.map((value, i) => [`:${"xyz"[i]}`, value]),
      ),
    }) === 1;
  assert.ok(matches("#a = :x", ["name"], ["Dana"]));
  assert.ok(!matches("#a = :x", ["name"], ["dana"]));
  assert.ok(matches("#a <> :x", ["name"], ["Will"]));
  assert.ok(matches("#a > :x AND #b <= :y", ["count", "score"], [2, 1.5]));
  assert.ok(!matches("#a > :x", ["count"], ["2"]));
  assert.ok(matches("#a BETWEEN :x AND :y", ["count"], [3, 4]));
  assert.ok(matches("#a between :x and :y", ["body"], ["h", "i"]));
  assert.ok(matches("#a IN (:x, :y)", ["count"], [1, 3]));
  assert.ok(matches("begins_with(#a, :x)", ["body"], ["hello"]));
  assert.ok(matches("contains (#a, :x)", ["body"], ["o w"]));
  assert.ok(matches("contains(#a, :x)", ["tags"], ["blue"]));
  assert.ok(
    matches("attribute_exists(#a) AND attribute_not_exists(#b)", [
      "seen",
      "channel",
    ]),
  );
  assert.ok(
    matches("attribute_not_exists(#a) OR #a > :x", ["expires"], [
      1_710_000_000,
    ]),
  );
  assert.ok(matches("NOT (#a = :x OR #b = :y)", ["seen", "name"], [false, ""]));
  assert.ok(matches("#a.zip = :x", ["address"], ["94107"]));
  assert.ok(matches("#a.#b[1] = :x", ["address", "lines"], ["b"]));
  assert.ok(matches("size(#a) = :x", ["tags"], [2]));
});

Deno.test("expressions that DynamoDB refuses are refused in its words", () => {
  const { datastores } = openDatastores();
  const messageOf = (selection: Selection) =>
    String(errorOf(() => datastores.query("texts", selection)).message);
  const cases: [Selection, RegExp][] = [
    [{ expression: "" }, /The expression can not be empty/],
    [
      { expression: "name = :x", expression_values: { ":x": "a" } },
      /reserved keyword: name/,
    ],
    [
      { expression: "#a = :x", expression_values: { ":x": 1 } },
      /#a/,
    ],
    [
      { expression: "body = :x" },
      /attribute value.*:x/,
    ],
    [
      {
        expression: "body = :x",
        expression_attributes: { "#b": "count" },
        expression_values: { ":x": "a" },
      },
      /unused in expressions: keys: \{#b\}/,
    ],
    [{ expression: "body = 'a'" }, /Syntax error/],
    [
      {
        expression: "body BETWEEN :x AND :y",
        expression_values: { ":x": 2, ":y": 1 },
      },
      /upper bound/,
    ],
    [
      {
        expression: "begins_with(body, :x)",
        expression_values: { ":x": 1 },
      },
      /operand type: N/,
    ],
    [
      { expression: "body = x", expression_attributes: { "n": "body" } },
      /invalid key/,
    ],
    [
      { expression: "sid = :x", expression_values: { ":x": "SM1" } },
      /non-primary key attributes: Primary key attribute: sid/,
    ],
    [
      { expression: "colour = :x", expression_values: { ":x": "red" } },
      /no attribute "colour"/,
    ],
    [
      { expression_values: { ":x": "red" } },
      /can only be specified when using expressions/,
    ],
  ];
  for (const [selection, words] of cases) {
    assert.match(messageOf(selection), words);
  }
});

Deno.test("a page is as long as its limit of evaluated items, whatever matches", () => {
  const { datastores } = openDatastores();
  for (let i = 0; i < 10; i++) {
    datastores.put("texts", { sid: `SM${i}`, count: i });
  }
  const selection = { expression: "#c = :c", limit: 5 };
  const found: unknown[] = [];
  let pages = 0;
  let cursor = "";
  do {
    const page = datastores.query("texts", {
      ...selection,
      expression_attributes: { "#c": "count" },
      expression_values: { ":c": 7 },
      cursor,
    });
    found.push(...page.items);
    cursor = page.next_cursor;
    pages++;
  } while (cursor);
  assert.deepEqual(found, [{ sid: "SM7", count: 7 }]);
  // Two full pages, and a last one that is empty, as DynamoDB only then knows.
  assert.equal(pages, 3);
  assert.equal(datastores.query("texts", {}).items.length, 10);
  assert.equal(datastores.query("texts", {}).next_cursor, "");
  assert.throws(() => datastores.query("texts", { cursor: "nonsense" }), {
    code: "invalid_cursor",
  });
});

Deno.test("a page ends at a megabyte", () => {
  const { datastores } = openDatastores();
  for (let i = 0; i < 5; i++) {
    datastores.put("texts", { sid: `SM${i}`, body: "x".repeat(300 * 1024) });
  }
  const page = datastores.query("texts", {});
  assert.equal(page.items.length, 4);
  assert.notEqual(page.next_cursor, "");
});

Deno.test("whatever is written, pages hold every row once and nothing else", () => {
  const step = fc.record({
    sid: fc.constantFrom(..."abcdefghij"),
    what: fc.constantFrom("put", "delete", "wait"),
  });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      (steps, limit) => {
        const { datastores, clock, store } = openDatastores();
        const expected = new Set<string>();
        for (const { sid, what } of steps) {
          if (what === "put") {
            datastores.put("texts", { sid });
            expected.add(sid);
          } else if (what === "delete") {
            datastores.delete("texts", sid);
            expected.delete(sid);
          } else {
            clock.time += 40_000;
            datastores.count("texts", {});
          }
        }
        const found: unknown[] = [];
        let cursor = "";
        do {
          const page = datastores.query("texts", { limit, cursor });
          found.push(...page.items.map(({ sid }) => sid));
          cursor = page.next_cursor;
        } while (cursor);
        store.close();
        assert.deepEqual(found.toSorted(), [...expected].toSorted());
      },
    ),
    { numRuns: 50 },
  );
});
