import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addTo,
  emptyBucket,
  LARGEST,
  removeFrom,
  sizeOf,
  suggestionsIn,
} from "../../bridge/sms/search_bucket.ts";
import {
  fileUnder,
  type Findable,
  lookUnder,
  searchWords,
} from "../../bridge/sms/search_key.ts";
import { peopleMadeUp } from "../support/people_made_up.ts";
import { contact, e164, Index } from "../support/search_index.ts";

Deno.test("names are compared without accents, signs and capitals", () => {
  const known: [string, string[]][] = [
    ["José  García-López", ["jose", "garcia", "lopez"]],
    ["O’Brien, Seán", ["obrien", "sean"]],
    ["Łukasz Groß", ["lukasz", "gross"]],
    ["ＪＡＮＥ", ["jane"]],
    ["王小明", ["王小明"]],
    ["김민준", ["김민준"]],
    ["Dana Dana", ["dana"]],
    ["🙂 - ", []],
  ];
  for (const [name, words] of known) {
    assert.deepEqual(searchWords(name), words, name);
  }
});

Deno.test("a contact is filed once under each beginning of its name and its number's end", () => {
  assert.deepEqual(fileUnder(contact("Maria Garcia")), ["ma", "ga", "#42"]);
  assert.deepEqual(fileUnder(contact("Mary Martin")), ["ma", "#42"]);
  assert.deepEqual(fileUnder(contact("J. Li")), ["j", "li", "#42"]);
  assert.deepEqual(fileUnder(contact("王小明")), ["王", "#42"]);
  assert.deepEqual(fileUnder(contact("")), ["#42"]);
});

Deno.test("what is typed leads to one bucket", () => {
  const known: [string, string | undefined][] = [
    ["", undefined],
    [" - ", undefined],
    ["m", "m"],
    ["Ma", "ma"],
    ["J Garc", "ga"],
    ["0", undefined],
    ["4", undefined],
    ["42", "#42"],
    ["555-0142", "#42"],
    ["(415) 555-0142", "#42"],
    ["+", undefined],
    ["王", "王"],
    ["Suite 42", "su"],
  ];
  for (const [typed, key] of known) assert.equal(lookUnder(typed), key, typed);
});

Deno.test("contacts are found by parts of their names and by their numbers' ends", () => {
  const index = new Index();
  index.save([
    contact("Maria Garcia", "+14155550142"),
    contact("Gary Marsh", "+14155550143"),
    contact("Mario Rossi", "+447700900142"),
    contact("", "+14155550144"),
  ]);
  assert.deepEqual(index.find("ma"), [
    "Maria Garcia",
    "Mario Rossi",
    "Gary Marsh",
  ]);
  assert.deepEqual(index.find("MARÍ"), ["Maria Garcia", "Mario Rossi"]);
  assert.deepEqual(index.find("mar ga"), ["Maria Garcia", "Gary Marsh"]);
  assert.deepEqual(index.find("ga m"), ["Gary Marsh", "Maria Garcia"]);
  assert.deepEqual(index.find("42"), ["Maria Garcia", "Mario Rossi"]);
  assert.deepEqual(index.find("07700 900142"), ["Mario Rossi"]);
  assert.deepEqual(index.find("+1 415-555-0142"), ["Maria Garcia"]);
  assert.deepEqual(index.find("zz"), []);
  assert.deepEqual(index.find("ma", 1), ["Maria Garcia"]);
});

Deno.test("a bucket has a number once, under its present name", () => {
  const once = addTo(emptyBucket("ma"), contact("Maria"));
  const twice = addTo(once, contact("Mary\tAnn\n"));
  assert.deepEqual(twice.entries, ["+14155550142\tMary Ann "]);
  assert.deepEqual(removeFrom(twice, e164("+14155550142")).entries, []);
  assert.deepEqual(
    removeFrom(twice, e164("+1415555014")).entries,
    twice.entries,
  );
  assert.deepEqual(once.entries, ["+14155550142\tMaria"]);
});

function numbered(from: number, count: number, name: (i: number) => string) {
  return Array.from(
    { length: count },
    (_, i) => contact(name(i), `+1415${String(2_000_000 + from + i)}`),
  );
}

Deno.test("a bucket that grows too large is split, and nobody is lost", () => {
  const index = new Index();
  const maria = numbered(0, 3000, (i) => `Maria ${i}`);
  const mark = numbered(3000, 3000, (i) => `Mark ${i}`);
  const ma = numbered(6000, 3, () => "Yoyo Ma");
  index.save([...maria, ...ma, ...mark]);
  const root = index.get("ma");
  assert.ok(root.isSplit && root.entries.length === 100);
  assert.ok(index.get("mar").isSplit);
  assert.ok(!index.get("mari").isSplit && !index.get("mark").isSplit);
  assert.equal(index.get("mari").entries.length, 3000);
  assert.equal(index.find("ma").length, 100);
  assert.deepEqual(index.find("ma "), ["Yoyo Ma", "Yoyo Ma", "Yoyo Ma"]);
  assert.deepEqual(index.find("mark 2999"), ["Mark 2999"]);
  index.save([contact("Mark Late", "+14155550199")]);
  assert.deepEqual(index.find("mark late"), ["Mark Late"]);
  assert.equal(index.get("ma").entries.length, 100);
  index.remove(contact("Maria 7", maria[7]?.number));
  assert.deepEqual(index.find("maria 7").slice(0, 1), ["Maria 70"]);
  assert.deepEqual(index.find(maria[7]?.number ?? ""), []);
});

Deno.test("twenty thousand of one name stay within a row, and are found by the rest", () => {
  const index = new Index();
  index.save(numbered(0, 20_000, (i) => `Customer ${i}`));
  for (const it of index.rows.values()) assert.ok(sizeOf(it) <= LARGEST);
  assert.equal(index.find("customer").length, 100);
  assert.deepEqual(index.find("+14152019999"), ["Customer 19999"]);
});

const name = fc.array(
  fc.constantFrom(
    "Ma",
    "Mar",
    "Maria",
    "Márk",
    "Li",
    "J",
    "王小明",
    "O'Neil",
    "7",
  ),
  { maxLength: 3 },
).map((it) => it.join(" "));

Deno.test("whatever is saved, renamed and removed, a search finds what a look at all would", () => {
  const step = fc.record({
    at: fc.integer({ min: 10, max: 19 }),
    name: fc.option(name, { nil: undefined }),
    // Three such contacts fill a bucket.
    isLarge: fc.boolean(),
  });
  fc.assert(fc.property(
    fc.array(step, { maxLength: 30 }),
    fc.constantFrom("ma", "mar", "mark", "li", "mar li", "o'n", "10", "0115"),
    (steps, typed) => {
      const index = new Index();
      const all = new Map<string, Findable>();
      for (const { at, name: plain, isLarge } of steps) {
        const number = e164(`+141555501${at}`);
        const old = all.get(number);
        if (old) index.remove(old);
        all.delete(number);
        if (plain === undefined) continue;
        const name = plain + (isLarge ? "-".repeat(40_000) : "");
        all.set(number, { number, name });
        index.save([{ number, name }]);
      }
      const everyone = addTo(emptyBucket("all"), ...all.values());
      assert.deepEqual(
        index.find(typed),
        suggestionsIn(everyone, typed, 100).filter((it) =>
          !/^\d+$/.test(typed) || it.number.endsWith(typed.slice(-2))
        ).map((it) => it.name),
      );
    },
  ));
});

Deno.test("fifty thousand contacts are kept and found at the cost that is stated", () => {
  const index = new Index();
  const all = peopleMadeUp(50_200);
  index.save(all.slice(0, 50_000));
  const sizes = [...index.rows.values()].map(sizeOf).sort((a, b) => b - a);
  const splits = [...index.rows.values()].filter((it) => it.isSplit);
  assert.ok((sizes[0] ?? 0) <= LARGEST);
  assert.ok(index.rows.size < 1000, `${index.rows.size} rows`);

  index.reads = index.writes = 0;
  const saved = all.slice(50_000);
  for (const it of saved) index.save([it]);
  const reads = index.reads / saved.length;
  const writes = index.writes / saved.length;
  assert.ok(reads < 6 && writes < 6, `${reads} ${writes}`);

  let most = 0;
  let total = 0;
  let asked = 0;
  for (const { name } of saved.slice(0, 50)) {
    for (let length = 2; length <= name.length; length++) {
      index.reads = 0;
      index.find(name.slice(0, length));
      most = Math.max(most, index.reads);
      total += index.reads;
      asked++;
    }
    assert.ok(index.find(name).includes(name));
  }
  assert.ok(most <= 4, `${most} gets`);
  if (Deno.env.get("TELL")) {
    console.log({
      rows: index.rows.size,
      kilobytes: Math.round(sizes.reduce((a, b) => a + b, 0) / 1000),
      largest: sizes.slice(0, 3),
      median: sizes[sizes.length >> 1],
      splits: splits.map((it) => it.key).join(" "),
      reads,
      writes,
      gets: { mean: total / asked, most },
    });
  }

  const imported = new Index();
  imported.save(all.slice(0, 10_000));
  if (Deno.env.get("TELL")) console.log("import", imported.writes);
  assert.ok(imported.writes < 1000);
});
