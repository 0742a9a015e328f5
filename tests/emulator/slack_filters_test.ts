import assert from "node:assert/strict";
import { checkFilter, passesFilter } from "../../emulator/slack/filters.ts";

const message = {
  channel_id: "C01",
  channel_type: "public",
  text: "Hello there",
  user_id: "U01",
  thread_ts: "1710000000.000100",
  count: 3,
  ratio: 0.5,
  urgent: true,
  metadata: { event_payload: { kind: "card" } },
};

function filterOf(root: unknown) {
  return { version: 1, root };
}

function passes(statement: string, data: Record<string, unknown> = message) {
  const filter = filterOf({ statement });
  assert.equal(checkFilter(filter), null);
  return passesFilter(filter, data);
}

Deno.test("a statement compares with == whatever the type, quoted or not", () => {
  assert.ok(passes("{{data.user_id}} == U01"));
  assert.ok(passes("{{data.user_id}} == 'U01'"));
  assert.ok(passes('{{data.text}} == "Hello there"'));
  assert.ok(!passes("{{data.user_id}} == U02"));
  assert.ok(passes("{{data.count}} == 3"));
  assert.ok(passes("{{data.urgent}} == true"));
  assert.ok(passes("{{data.metadata.event_payload.kind}} == card"));
  assert.ok(passes("{{data.thread_ts}} == 1710000000.000100"));
  assert.ok(passes("{{ data.user_id }}=='U01'"));
  assert.ok(passes("1 == 1"));
});

Deno.test("what is not there is null, and null is no text", () => {
  assert.ok(passes("{{data.bot_id}} == null"));
  assert.ok(passes("{{data.a.b.c}} == null"));
  assert.ok(!passes("{{data.user_id}} == null"));
  assert.ok(!passes("{{data.text}} == null", { text: "null" }));
  assert.ok(passes("{{data.text}} == 'null'", { text: "null" }));
  assert.ok(passes("{{data.constructor}} == null"));
});

Deno.test("numbers have an order, texts have none", () => {
  assert.ok(passes("{{data.count}} > 2"));
  assert.ok(passes("{{data.count}} >= 3"));
  assert.ok(passes("{{data.ratio}} < 0.75"));
  assert.ok(passes("-1 <= {{data.ratio}}"));
  assert.ok(!passes("{{data.count}} > 3"));
  assert.ok(!passes("{{data.count}} > 2", { count: "3" }));
});

Deno.test("CONTAINS looks for a piece of text in its own case", () => {
  assert.ok(passes("{{data.text}} CONTAINS 'there'"));
  assert.ok(passes("{{data.text}} CONTAINS Hello"));
  assert.ok(!passes("{{data.text}} CONTAINS 'hello'"));
  assert.ok(!passes("{{data.count}} CONTAINS 3"));
  assert.ok(passes("{{data.text}} CONTAINS '=='", { text: "a == b" }));
});

Deno.test("AND, OR and NOT combine statements", () => {
  const people = filterOf({
    operator: "AND",
    inputs: [
      { operator: "NOT", inputs: [{ statement: "{{data.user_id}} == null" }] },
      { operator: "NOT", inputs: [{ statement: "{{data.user_id}} == U0BOT" }] },
      {
        operator: "OR",
        inputs: [
          { statement: "{{data.channel_id}} == C01" },
          { statement: "{{data.channel_id}} == C02" },
        ],
      },
    ],
  });
  assert.equal(checkFilter(people), null);
  assert.ok(passesFilter(people, message));
  assert.ok(!passesFilter(people, { ...message, user_id: "U0BOT" }));
  assert.ok(!passesFilter(people, { ...message, user_id: null }));
  assert.ok(!passesFilter(people, { ...message, channel_id: "C03" }));
});

Deno.test("no filter lets everything through", () => {
  assert.ok(passesFilter(undefined, message));
});

Deno.test("a filter that Slack does not document is refused with a sentence", () => {
  const truth = { statement: "1 == 1" };
  const nest = (depth: number): unknown =>
    depth === 0 ? truth : { operator: "AND", inputs: [nest(depth - 1)] };
  const cases: [unknown, RegExp][] = [
    [null, /must be an object/],
    [{ root: truth }, /version must be 1/],
    [{ version: 1 }, /must be objects/],
    [filterOf({}), /needs a statement, or an operator/],
    [filterOf({ operator: "XOR", inputs: [truth] }), /AND, OR or NOT/],
    [filterOf({ operator: "AND", inputs: [] }), /needs inputs/],
    [filterOf({ operator: "NOT", inputs: [truth, truth] }), /only one input/],
    [filterOf({ ...truth, operator: "AND" }), /needs inputs/],
    [filterOf({ ...truth, value: 1 }), /unknown key: value/],
    [filterOf(nest(6)), /more than 5 nested blocks/],
    [filterOf({ statement: "{{data.a}} != 1" }), /not a comparison/],
    [filterOf({ statement: "{{data.a}} = 1" }), /not a comparison/],
    [filterOf({ statement: "{{data.a}}" }), /not a comparison/],
    [filterOf({ statement: "{{data.a}} == two words" }), /not a comparison/],
    [filterOf({ statement: "{{data.a}} contains 'x'" }), /not a comparison/],
    [filterOf({ statement: "{{user_id}} == 1" }), /else than data/],
    [filterOf({ statement: "{{data.}} == 1" }), /else than data/],
  ];
  for (const [filter, words] of cases) {
    assert.match(checkFilter(filter) ?? "accepted", words);
    if (filter) assert.throws(() => passesFilter(filter, message), words);
  }
  assert.equal(checkFilter(filterOf(nest(5))), null);
});
