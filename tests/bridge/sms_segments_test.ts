import assert from "node:assert/strict";
import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { MAX_CHARACTERS, segmentsOf } from "../../bridge/sms/segments.ts";

function parts(text: string): string {
  const { encoding, segments } = segmentsOf(text);
  return `${segments} ${encoding}`;
}

Deno.test("a part holds 160 or 153 of GSM-7, 70 or 67 of UCS-2", () => {
  assert.equal(parts("a"), "1 GSM-7");
  assert.equal(parts("a".repeat(160)), "1 GSM-7");
  assert.equal(parts("a".repeat(161)), "2 GSM-7");
  assert.equal(parts("a".repeat(306)), "2 GSM-7");
  assert.equal(parts("a".repeat(307)), "3 GSM-7");
  assert.equal(parts("ж".repeat(70)), "1 UCS-2");
  assert.equal(parts("ж".repeat(71)), "2 UCS-2");
  assert.equal(parts("ж".repeat(134)), "2 UCS-2");
  assert.equal(parts("ж".repeat(135)), "3 UCS-2");
});

Deno.test("one character beyond GSM-7 makes the whole text UCS-2", () => {
  assert.equal(parts("a".repeat(70) + "á"), "2 UCS-2");
  for (const it of "çáíóú`\t’\u00a0") assert.equal(parts(it), "1 UCS-2", it);
  for (const it of "Çäöüñéà€~|") assert.equal(parts(it), "1 GSM-7", it);
});

Deno.test("signs of the extension table count twice and are not cut in two", () => {
  assert.equal(parts("€".repeat(80)), "1 GSM-7");
  assert.equal(parts("€".repeat(81)), "2 GSM-7");
  // 76 fit in 153 septets, and the odd one stays empty.
  assert.equal(parts("€".repeat(152)), "2 GSM-7");
  assert.equal(parts("€".repeat(153)), "3 GSM-7");
});

Deno.test("an emoji counts as two and is not cut in two", () => {
  assert.equal(parts("👋".repeat(35)), "1 UCS-2");
  assert.equal(parts("👋".repeat(36)), "2 UCS-2");
  assert.equal(parts("👋".repeat(66)), "2 UCS-2");
  assert.equal(parts("👋".repeat(67)), "3 UCS-2");
});

Deno.test("no text has no parts", () => {
  assert.deepEqual(segmentsOf(""), {
    encoding: "GSM-7",
    characters: 0,
    segments: 0,
  });
});

Deno.test("characters are UTF-16 units", () => {
  assert.equal(segmentsOf("a€👋").characters, 4);
  assert.equal(MAX_CHARACTERS, 1600);
});

Deno.test("encoding and parts are those of the carrier's own calculator", () => {
  const gsm = fc.constantFrom(..."ab ä€[]~^\f\n\r@Δ");
  // Without marks that join: the calculator keeps joined emoji in one part, the networks know nothing of them.
  const any = fc.constantFrom(..."abé€ж日👋😃ç’");
  const lengths = { minLength: 1, maxLength: 500, size: "max" } as const;
  const texts = fc.oneof(fc.array(gsm, lengths), fc.array(any, lengths));
  fc.assert(fc.property(texts, (symbols) => {
    const text = symbols.join("");
    const oracle = new SegmentedMessage(text);
    assert.equal(parts(text), `${oracle.segmentsCount} ${oracle.encodingName}`);
  }));
});

Deno.test("every character of the first plane has the encoding the carrier's calculator gives it", () => {
  for (let unit = 1; unit < 0x2200; unit++) {
    const text = String.fromCharCode(unit);
    assert.equal(
      parts(text),
      `1 ${new SegmentedMessage(text).encodingName}`,
      `U+${unit.toString(16)}`,
    );
  }
});
