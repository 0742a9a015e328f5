import { numberingPlansSource } from "../support/numbering_plans.ts";
import { ROOT } from "../support/source_files.ts";
import assert from "node:assert/strict";
import fc from "fast-check";
import { isE164 } from "../../bridge/sms/e164.ts";
import {
  homeCountry,
  parsePhoneNumber,
} from "../../bridge/sms/phone_number.ts";

function read(written: string, home: "US" | "CA" | "GB" | "AU" | "DE" = "US") {
  const result = parsePhoneNumber(written, home);
  return result.ok ? `${result.number} ${result.country}` : result.why;
}

const WRITTEN = [
  "4155550142",
  "#4155550142",
  "# 415 555 0142",
  "(415) 555-0142",
  "[415] 555 0142",
  "415.555.0142",
  "415/555/0142",
  "415–555—0142",
  "415\u2011555\u22120142",
  "415\u00a0555\u00a00142",
  "1 415 555 0142",
  "1-415-555-0142",
  "+1 (415) 555-0142",
  "(+1) 415 555 0142",
  "011 1 415 555 0142",
  "00 1 415 555 0142",
  "tel:+14155550142",
  "<tel:+14155550142|(415) 555-0142>",
  "<tel:4155550142|415 555 0142>",
  "#<tel:4155550142>",
  "\u202a+1 (415) 555-0142\u202c",
  "\u200e4155550142\u200f",
  "４１５５５５０１４２",
  "＋１（４１５）５５５－０１４２",
  "٤١٥٥٥٥٠١٤٢",
];

for (const written of WRITTEN) {
  Deno.test(`${JSON.stringify(written)} is read as +14155550142`, () => {
    assert.equal(read(written), "+14155550142 US");
  });
}

Deno.test("both kinds of Arabic digits are read", () => {
  assert.equal(read("٤١٥ ٥٥٥ ٠١٨٩"), "+14155550189 US");
  assert.equal(read("۴۱۵ ۵۵۵ ۰۱۸۹"), "+14155550189 US");
});

Deno.test("short codes have five or six digits", () => {
  assert.match(read("12345"), /short code/);
  assert.match(read("123456"), /short code/);
  assert.doesNotMatch(read("1234567"), /short code/);
});

Deno.test("a national number is read in the home country", () => {
  assert.equal(read("07700 900123", "GB"), "+447700900123 GB");
  assert.equal(read("(07700) 900123", "GB"), "+447700900123 GB");
  assert.equal(read("0113 496 0000", "GB"), "+441134960000 GB");
  assert.equal(read("613 555 0142"), "+16135550142 CA");
  assert.equal(read("415 555 0142", "CA"), "+14155550142 US");
});

Deno.test("an international number is read alike everywhere", () => {
  for (const home of ["US", "GB", "DE"] as const) {
    assert.equal(read("+44 7700 900123", home), "+447700900123 GB");
    assert.equal(read("+44 (0)7700 900123", home), "+447700900123 GB");
    assert.equal(read("0044 7700 900123", home), "+447700900123 GB");
    assert.equal(read("00 1 415 555 0142", home), "+14155550142 US");
  }
  assert.equal(read("0011 1 415 555 0142", "AU"), "+14155550142 US");
});

Deno.test("a number that begins with 00 is never taken for a North American one", () => {
  assert.equal(read("00677 74 21234"), "+6777421234 SB");
  assert.equal(read("0067 721 234"), "+67721234 SB");
});

Deno.test("fictional numbers are read, and known not to be given out", () => {
  const fictional = parsePhoneNumber("+44 7700 900123", "US");
  const real = parsePhoneNumber("+1 415 555 0142", "US");
  assert.equal(fictional.ok && fictional.assigned, false);
  assert.equal(real.ok && real.assigned, true);
});

Deno.test("each refusal is one sentence with an example", () => {
  const refusals: [string, string][] = [
    ["", "There is no number; write one like 415-555-0142."],
    ["Anna", "“Anna” is not a phone number; write one like 415-555-0142."],
    [
      "415 555 CALL",
      "“415 555 CALL” is not a phone number; write one like 415-555-0142.",
    ],
    [
      "+1+4155550142",
      "“+1+4155550142” is not a phone number; write one like 415-555-0142.",
    ],
    [
      "415 555 0142 ext. 12",
      "A text cannot go to an extension, as in “415 555 0142 ext. 12”; write the number alone, like 415-555-0142.",
    ],
    [
      "12345",
      "“12345” looks like a short code, which an ordinary line cannot text; write a whole number, like 415-555-0142.",
    ],
    [
      "555-0142",
      "“555-0142” is too short for a phone number; write it with its area code, like 415-555-0142.",
    ],
    [
      "447700900123",
      "“447700900123” is too long without a country code; begin it with + if it has one, or write one like 415-555-0142.",
    ],
    [
      "+44 7700 9001234",
      "“+44 7700 9001234” is too long for a phone number; write one like 415-555-0142.",
    ],
    [
      "+999 123 4567",
      "“+999 123 4567” begins with a country code that does not exist; write one like 415-555-0142.",
    ],
    [
      "+1 900 555 0142",
      "“+1 900 555 0142” is a premium-rate number, which cannot be texted; write another, like 415-555-0142.",
    ],
  ];
  for (const [written, why] of refusals) assert.equal(read(written), why);
});

Deno.test("a refusal carries nothing that Slack would read as its own", () => {
  const why = read("<!channel> *`x`* & <tel:12|1_2>");
  assert.doesNotMatch(why, /[<>&*_~`]/);
});

Deno.test("whatever the punctuation, a number is read as its digits", () => {
  const sign = fc.constantFrom("", " ", "-", ".", "(", ")", "\u200e", "\u00a0");
  const spaced = fc.array(sign, { minLength: 10, maxLength: 10 });
  fc.assert(fc.property(spaced, (signs) => {
    const written = [..."4155550142"].map((it, i) => it + signs[i]).join("");
    assert.equal(read(written), "+14155550142 US");
  }));
});

Deno.test("whatever is written, it is read as E.164 or refused in a sentence", () => {
  const word = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[+0-9 ()#-]{0,20}$/),
  );
  fc.assert(fc.property(word, (written) => {
    const result = parsePhoneNumber(written, "US");
    if (result.ok) assert.ok(isE164(result.number));
    else assert.match(result.why, /^.+ like 415-555-0142\.$/);
  }));
});

Deno.test("a line's national numbers are read in its own country", () => {
  const lines = {
    "+14155550142": "US",
    "+16135550142": "CA",
    "+447700900123": "GB",
    "+80012345678": "US",
  };
  for (const [line, country] of Object.entries(lines)) {
    assert.ok(isE164(line));
    assert.equal(homeCountry(line), country);
  }
});

Deno.test("the numbering plans are those of the package, less what is only for print", async () => {
  const file = new URL("bridge/sms/numbering_plans.ts", ROOT);
  assert.equal(await Deno.readTextFile(file), numberingPlansSource());
});
