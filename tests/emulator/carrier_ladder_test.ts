import assert from "node:assert/strict";
import { CarrierBench, MAYA } from "../support/carrier_bench.ts";

Deno.test("a text climbs from queued to delivered, and each step is told but the first", async () => {
  const bench = new CarrierBench();
  const start = bench.clock.now();
  const sid = await bench.send({ StatusCallback: "https://app.test/status" });
  const status = async () =>
    (await bench.rest("GET", `Messages/${sid}.json`)).body.status;
  assert.equal(await status(), "queued");
  await bench.clock.advance(150);
  assert.equal(await status(), "sending");
  await bench.clock.advance(250);
  assert.equal(await status(), "sent");
  assert.deepEqual(await bench.texts(), []);
  await bench.clock.advance(800);
  assert.equal(await status(), "delivered");
  assert.deepEqual(
    bench.heard.map(({ form, at }) => [form.MessageStatus, at - start]),
    [["sent", 400], ["delivered", 1_200]],
  );
  const [text] = await bench.texts();
  assert.equal(text.body, "hello");
  assert.equal(text.at, new Date(start + 1_200).toISOString());
});

for (
  const [state, code] of [
    ["off", 30003],
    ["blocked", 30004],
    ["unknown", 30005],
    ["landline", 30006],
  ] as const
) {
  Deno.test(`a text to a phone that is ${state} ends undelivered with ${code}`, async () => {
    const bench = new CarrierBench();
    await bench.turn(state);
    const sid = await bench.send({ StatusCallback: "https://app.test/s" });
    await bench.clock.advance(2_000);
    const { body } = await bench.rest("GET", `Messages/${sid}.json`);
    assert.equal(body.status, "undelivered");
    assert.equal(body.error_code, code);
    const last = bench.heard.at(-1);
    assert.equal(last?.form.MessageStatus, "undelivered");
    assert.equal(last?.form.ErrorCode, String(code));
    assert.deepEqual(await bench.texts(), []);
  });
}

Deno.test("a number that nobody has is unknown, and a phone may change its mind on the way", async () => {
  const bench = new CarrierBench();
  const nobody = await bench.send({ To: "+14155550199" });
  const late = await bench.send();
  await bench.clock.advance(500);
  await bench.turn("off");
  await bench.clock.advance(2_000);
  const code = async (sid: string) =>
    (await bench.rest("GET", `Messages/${sid}.json`)).body.error_code;
  assert.equal(await code(nobody), 30005);
  assert.equal(await code(late), 30003);
});

Deno.test("STOP silences a line and START opens it again; the carrier itself answers", async () => {
  const bench = new CarrierBench();
  await bench.text(" stop ");
  await bench.clock.advance(2_000);
  const refused = await bench.rest("POST", "Messages.json", {
    To: MAYA,
    From: "+14155550100",
    Body: "still there?",
  });
  assert.equal(refused.status, 400);
  assert.equal(refused.body.code, 21610);
  await bench.text("Start");
  await bench.clock.advance(2_000);
  await bench.send();
  await bench.clock.advance(2_000);
  const texts: { direction: string; body: string }[] = await bench.texts();
  assert.deepEqual(
    texts.map(({ direction, body }) => [direction, body.slice(0, 32)]),
    [
      ["inbound", " stop "],
      ["outbound", "You have successfully been unsub"],
      ["inbound", "Start"],
      ["outbound", "You have successfully been re-su"],
      ["outbound", "hello"],
    ],
  );
  assert.deepEqual(bench.heard.map(({ form }) => form.Body), [
    " stop ",
    "Start",
  ]);
});

Deno.test("a word that only contains STOP is an ordinary text", async () => {
  const bench = new CarrierBench();
  await bench.text("stop please");
  await bench.clock.advance(2_000);
  assert.equal((await bench.texts()).length, 1);
  assert.ok(await bench.send());
});
