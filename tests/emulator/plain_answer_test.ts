import assert from "node:assert/strict";
import fc from "fast-check";
import { asJson, frozen } from "../../emulator/as_json.ts";
import { PlainAnswer } from "../../emulator/plain_answer.ts";

Deno.test("what is taken as JSON is what would have been written and read again", () => {
  const anything = fc.anything({ withDate: true, withNullPrototype: true });
  fc.assert(fc.property(anything, (value) => {
    const written = JSON.stringify(value);
    const expected = written === undefined ? written : JSON.parse(written);
    assert.deepStrictEqual(asJson(value), expected);
  }));
  assert.deepStrictEqual(asJson([-0, NaN]), [0, null]);
  const own = JSON.parse('{"__proto__":{"a":1}}');
  assert.deepStrictEqual(asJson(own), own);
  assert.throws(() => asJson({ much: 1n }), TypeError);
});

Deno.test("what is taken as JSON shares nothing with what it was taken from", () => {
  const given = { list: [{ a: 1 }] };
  const taken = asJson(given);
  given.list.push({ a: 2 });
  assert.deepEqual(taken, { list: [{ a: 1 }] });
});

Deno.test("nobody gets a copy of what nobody can change any more, and none of it can be changed", () => {
  const kept = frozen({ list: [{ a: 1 }], words: "as they are" });
  assert.equal(asJson(kept), kept);
  assert.equal((asJson({ kept }) as { kept: unknown }).kept, kept);
  assert.throws(() => kept.list.push({ a: 2 }), TypeError);
  assert.throws(() => Object.assign(kept.list[0] ?? {}, { a: 2 }), TypeError);
});

for (const way of ["as it is", "written"]) {
  Deno.test(`a plain answer, ${way}, is read once, as a whole one is`, async () => {
    await comparedWithWhole((said) =>
      new PlainAnswer(way === "written" ? JSON.stringify(said) : said, 201)
    );
  });
}

async function comparedWithWhole(
  answerOf: (said: Record<string, unknown>) => PlainAnswer,
): Promise<void> {
  const said = { ok: true, text: "Grüße", left: undefined };
  const whole = Response.json(said, { status: 201 });
  const plain = answerOf(said);
  const type = plain.headers.get("content-type");
  assert.equal(type, "application/json; charset=utf-8");
  assert.equal(plain.status, whole.status);
  assert.equal(await plain.clone().text(), await whole.clone().text());
  assert.equal(plain.bodyUsed, false);
  assert.deepStrictEqual(await plain.json(), await whole.json());
  assert.equal(plain.bodyUsed, true);
  for (const answer of [plain, whole]) {
    await assert.rejects(() => answer.json(), TypeError);
    await assert.rejects(() => answer.text(), TypeError);
  }
  assert.equal(await answerOf(said).text(), JSON.stringify(said));
  assert.throws(() => answerOf(said).body, TypeError);
}
