import assert from "node:assert/strict";
import { CarrierBench, LINE, MAYA } from "../support/carrier_bench.ts";

const good = { To: MAYA, From: LINE, Body: "hello" };

for (
  const [what, form, code] of [
    ["no To", { ...good, To: "" }, 21604],
    ["no From", { ...good, From: "" }, 21603],
    ["a To that is no number", { ...good, To: "+1415555" }, 21211],
    ["a To without a plus", { ...good, To: "4155550142" }, 21211],
    ["the line itself as To", { ...good, To: LINE }, 21211],
    ["a From that is no number", { ...good, From: "Clerk" }, 21212],
    ["a From of somebody else", { ...good, From: "+14155550101" }, 21606],
    ["an empty Body", { ...good, Body: "" }, 21602],
    ["1,601 characters", { ...good, Body: "x".repeat(1_601) }, 21617],
    ["a country not allowed", { ...good, To: "+33612345678" }, 21408],
    ["a bad callback", { ...good, StatusCallback: "https://a_b.test/" }, 21609],
    ["a bad file", { ...good, MediaUrl: "cat.jpg" }, 21620],
    ["a Messaging Service", { ...good, MessagingServiceSid: "MG1" }, 20404],
  ] as const
) {
  Deno.test(`a text with ${what} is refused with ${code}, and leaves nothing`, async () => {
    const bench = new CarrierBench({
      seed: {
        lines: [{ number: LINE }],
        phones: [],
        countries: ["+1", "+44"],
      },
    });
    const { status, body } = await bench.rest("POST", "Messages.json", form);
    assert.equal(body.code, code);
    assert.equal(status, body.status);
    assert.equal(body.more_info, `https://www.twilio.com/docs/errors/${code}`);
    assert.ok(body.message);
    assert.equal(bench.carrier.messages.all().length, 0);
    assert.equal(bench.journal.since(0)[0]?.outcome, String(code));
  });
}

Deno.test("a landline outside North America is known by its number", async () => {
  const bench = new CarrierBench();
  await bench.turn("landline", "+442079460123");
  const { body } = await bench.rest("POST", "Messages.json", {
    ...good,
    To: "+442079460123",
  });
  assert.equal(body.code, 21614);
});

Deno.test("only the account's own token or key opens it", async () => {
  const bench = new CarrierBench();
  const { sid, api_key } = bench.carrier.account;
  const ask = (pair: string) =>
    bench.app.request(`/2010-04-01/Accounts/${sid}/Messages.json`, {
      headers: { authorization: `Basic ${btoa(pair)}` },
    });
  assert.equal((await ask(`${api_key.sid}:${api_key.secret}`)).status, 200);
  const refused = await ask(`${sid}:guess`);
  assert.equal(refused.status, 401);
  assert.equal((await refused.json()).code, 20003);
});

Deno.test("what it lacks is not found", async () => {
  const bench = new CarrierBench();
  const { status, body } = await bench.rest("GET", "Calls.json");
  assert.equal(status, 404);
  assert.equal(body.code, 20404);
});

Deno.test("phones answer mistakes in sentences", async () => {
  const bench = new CarrierBench();
  assert.equal((await bench.text("hi", "+14155550143")).status, 404);
  await bench.turn("off");
  const refused = await bench.text("hi");
  assert.equal(refused.status, 400);
  assert.equal((await refused.json()).error, `${MAYA} is switched off.`);
  const state = await bench.app.request(`/phones/${MAYA}`, {
    method: "PUT",
    body: `{"state":"asleep"}`,
  });
  assert.equal(state.status, 400);
  const made = await bench.turn("on", "+447700900123");
  assert.equal(made.status, 200);
  assert.equal((await bench.text("hi", "447700900123")).status, 201);
});

Deno.test("what the store keeps goes on after a restart", async () => {
  const bench = new CarrierBench();
  const sid = await bench.send();
  await bench.clock.advance(200);
  const again = new CarrierBench({ store: bench.store });
  assert.deepEqual(again.carrier.account, bench.carrier.account);
  await again.clock.advance(2_000);
  assert.equal(again.carrier.messages.get(sid)?.status, "delivered");
});
