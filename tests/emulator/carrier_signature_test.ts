import assert from "node:assert/strict";
import twilio from "twilio";
import { sign } from "../../emulator/carrier/signature.ts";
import { CarrierBench } from "../support/carrier_bench.ts";

Deno.test("the signature is the one of the vendor's own example", () => {
  const form: [string, string][] = [
    ["CallSid", "CA1234567890ABCDE"],
    ["To", "+18005551212"],
    ["From", "+12349013030"],
    ["Digits", "1234"],
    ["Caller", "+12349013030"],
  ];
  assert.equal(
    sign("12345", "https://mycompany.com/myapp.php?foo=1&bar=2#rc=5", form),
    "0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
  );
});

Deno.test("the vendor's own package finds the webhook's signature right", async () => {
  const bench = new CarrierBench();
  await bench.text("schöne Grüße 😃 & more\n");
  await bench.clock.advance(200);
  const [heard] = bench.heard;
  assert.ok(heard);
  const given = heard.headers.get("x-twilio-signature") ?? "";
  const token = bench.carrier.account.auth_token;
  const { url, form } = heard;
  assert.ok(twilio.validateRequest(token, given, url, form));
  form.Body += "!";
  assert.ok(!twilio.validateRequest(token, given, url, form));
});
