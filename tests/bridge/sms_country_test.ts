import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import {
  countryName,
  countryOf,
  isCountryAllowed,
} from "../../bridge/sms/country.ts";
import { type E164, isE164 } from "../../bridge/sms/e164.ts";

function e164(text: string): E164 {
  assert.ok(isE164(text), text);
  return text;
}

function isAllowed(number: string, allowed = ["US", "CA", "GB"]): boolean {
  return isCountryAllowed(e164(number), allowed);
}

Deno.test("the United States, Canada and the United Kingdom are told from those who dial like them", () => {
  assert.ok(isAllowed("+14155550142"));
  assert.ok(isAllowed("+16135550142"));
  assert.ok(isAllowed("+447700900123"));
  assert.ok(!isAllowed("+18765550142"), "Jamaica");
  assert.ok(!isAllowed("+18095550142"), "Dominican Republic");
  assert.ok(!isAllowed("+17875550142"), "Puerto Rico");
  assert.ok(!isAllowed("+16715550142"), "Guam");
  assert.ok(!isAllowed("+33639981234"), "France");
  assert.ok(!isAllowed("+80012345678"), "no country");
});

Deno.test("one of the United States and Canada does not switch on the other", () => {
  assert.ok(!isAllowed("+16135550142", ["US"]));
  assert.ok(!isAllowed("+14155550142", ["CA"]));
});

Deno.test("a toll-free number belongs to the United States and Canada alike", () => {
  for (const country of ["US", "CA"]) {
    assert.ok(isAllowed("+18335550142", [country]), country);
  }
  assert.ok(!isAllowed("+18335550142", ["GB", "JM"]));
});

Deno.test("Guernsey, Jersey and Man count as the United Kingdom", () => {
  for (const number of ["+447911123456", "+447797712345", "+447924123456"]) {
    assert.equal(countryOf(e164(number)), "GB");
  }
});

Deno.test("Kazakhstan is told from Russia", () => {
  assert.equal(countryOf(e164("+77012345678")), "KZ");
  assert.equal(countryOf(e164("+76012345678")), "KZ");
  assert.equal(countryOf(e164("+79161234567")), "RU");
});

// Territories that share a calling code with the country they are filed under.
const SAME_CODE: Record<string, string> = {
  AX: "FI",
  BL: "GP",
  BQ: "CW",
  CC: "AU",
  CX: "AU",
  EH: "MA",
  GG: "GB",
  IM: "GB",
  JE: "GB",
  MF: "GP",
  SJ: "NO",
  TA: "SH",
  VA: "IT",
  YT: "RE",
};

Deno.test("every number's country is the one libphonenumber names", () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{7,12}$/);
  const american = fc.stringMatching(/^1[2-9][0-9]{2}[2-9][0-9]{6}$/);
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(digits, american), (text) => {
      const known = parsePhoneNumberFromString(`+${text}`);
      // The library takes Canada's seven-digit 310 numbers for international ones.
      if (!known?.isValid() || /^1\d{0,9}$/.test(text)) return;
      compared++;
      const country: string = known.country ?? "001";
      assert.equal(
        countryOf(e164(known.number)),
        SAME_CODE[country] ?? country,
        known.number,
      );
    }),
    { numRuns: 1000 },
  );
  assert.ok(compared > 200, `only ${compared} of them were numbers`);
});

Deno.test("every area code's country is the one libphonenumber names", () => {
  for (let area = 200; area < 1000; area++) {
    const number = e164(`+1${area}2345678`);
    const country = parsePhoneNumberFromString(number)?.country;
    if (country) assert.equal(countryOf(number), country, number);
  }
});

Deno.test("a country is named in English", () => {
  assert.equal(countryName("JM"), "Jamaica");
  assert.equal(countryName("001"), "no country");
});
