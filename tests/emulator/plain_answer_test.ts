import assert from "node:assert/strict";
import fc from "fast-check";
import { asJson } from "../../emulator/as_json.ts";
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

Deno.test("a plain answer is read once, as a whole one is", async () => {
  const said = { ok: true, text: "Grüße", left: undefined };
  const whole = Response.json(said);
  const plain = new PlainAnswer(said);
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
  assert.equal(await new PlainAnswer(said).text(), JSON.stringify(said));
  assert.throws(() => new PlainAnswer(said).body, TypeError);
});
