import assert from "node:assert/strict";
import type { Line } from "../../emulator/carrier/line.ts";
import { CarrierBench, LINE, MAYA } from "../support/carrier_bench.ts";

/** A bench whose line has these URLs, after one text came in. */
async function afterText(
  urls: Partial<Pick<Line, "sms_url" | "sms_fallback_url">>,
  answer: CarrierBench["answer"],
) {
  const bench = new CarrierBench();
  const line = bench.carrier.line(LINE);
  assert.ok(line);
  Object.assign(line, urls);
  bench.answer = answer;
  await bench.text("hi");
  await bench.clock.advance(60_000);
  const [record] = bench.carrier.webhooks.log;
  assert.ok(record);
  return { bench, record };
}

const broken = () => new Response("no", { status: 500 });

Deno.test("an inbound text is told with the vendor's fields", async () => {
  const { bench, record } = await afterText({}, () => new Response());
  assert.equal(record.outcome, "taken");
  const { form, headers } = bench.heard[0] ?? assert.fail();
  assert.match(form.MessageSid ?? "", /^SM[0-9a-f]{32}$/);
  assert.deepEqual(
    { ...form, MessageSid: "", SmsSid: "", SmsMessageSid: "" },
    {
      MessageSid: "",
      SmsSid: "",
      SmsMessageSid: "",
      AccountSid: bench.carrier.account.sid,
      ApiVersion: "2010-04-01",
      From: MAYA,
      To: LINE,
      SmsStatus: "received",
      Body: "hi",
      NumMedia: "0",
      NumSegments: "1",
    },
  );
  assert.match(headers.get("content-type") ?? "", /x-www-form-urlencoded/);
});

Deno.test("what the carrier takes a text as is told for a line with Advanced Opt-Out, and for no other", async () => {
  const bench = new CarrierBench();
  await bench.text("STOP");
  bench.carrier.optOuts.setOwnWords(LINE, { STOP: ["Basta"] });
  for (const body of ["START", "basta", "Help", "basta now"]) {
    await bench.text(body);
  }
  await bench.clock.advance(5_000);
  const types = bench.heard.filter(({ form }) => form.SmsStatus === "received")
    .map(({ form }) => form.OptOutType);
  assert.deepEqual(types, [undefined, "START", "STOP", "HELP", undefined]);
  assert.equal(bench.carrier.optOuts.has(LINE, MAYA), true);
});

Deno.test("a 5xx is not tried again by default", async () => {
  const { bench, record } = await afterText({}, broken);
  assert.equal(bench.heard.length, 1);
  assert.equal(record.outcome, "lost");
  const { body } = await bench.rest("GET", "Messages.json");
  assert.equal(body.messages.length, 1, "it stays in the message list");
});

Deno.test("#rc=5&rp=all tries five times more with the same token, then the fallback once", async () => {
  const { bench, record } = await afterText({
    sms_url: "https://relay.test/ring#rc=5&rp=all",
    sms_fallback_url: "https://relay.test/other",
  }, broken);
  assert.deepEqual(
    bench.heard.map(({ url }) => url),
    [
      ...Array(6).fill("https://relay.test/ring"),
      "https://relay.test/other",
    ],
  );
  const tokens = bench.heard.slice(0, 6).map(({ headers }) =>
    headers.get("i-twilio-idempotency-token")
  );
  assert.equal(new Set(tokens).size, 1);
  assert.equal(bench.heard.at(-1)?.form.ErrorCode, "11200");
  assert.equal(record.outcome, "lost");
});

Deno.test("a retry that is taken ends it", async () => {
  let left = 2;
  const { bench, record } = await afterText(
    { sms_url: "https://relay.test/ring#rc=5&rp=5xx" },
    () => left-- > 0 ? broken() : new Response(null, { status: 204 }),
  );
  assert.equal(bench.heard.length, 3);
  assert.equal(record.outcome, "taken");
});

Deno.test("all tries together last no longer than 15 seconds", async () => {
  const { bench, record } = await afterText(
    { sms_url: "https://relay.test/ring#rc=5&rp=all&rt=6000" },
    () => new Promise(() => {}),
  );
  assert.deepEqual(
    record.tries.map(({ at, end, outcome }) => [(end ?? 0) - at, outcome]),
    [[6_000, "rt"], [6_000, "rt"], [3_000, "rt"]],
  );
  assert.equal(bench.heard.length, 3);
});

Deno.test("nobody at the address is tried again once by default", async () => {
  const { record } = await afterText(
    {},
    () => Promise.reject(new TypeError("connection refused")),
  );
  assert.deepEqual(record.tries.map(({ outcome }) => outcome), ["ct", "ct"]);
});

Deno.test("files are named in the form and listed by the API", async () => {
  const bench = new CarrierBench();
  await bench.app.request(`/phones/${MAYA}/texts`, {
    method: "POST",
    body: JSON.stringify({
      to: LINE,
      media_urls: ["https://pictures.test/cat.jpg", "https://x.test/me.vcf"],
    }),
  });
  await bench.clock.advance(200);
  const { form } = bench.heard[0] ?? assert.fail();
  assert.equal(form.NumMedia, "2");
  assert.equal(form.MediaContentType1, "text/vcard");
  const sid = form.MessageSid ?? "";
  assert.match(sid, /^MM/);
  const { body } = await bench.rest("GET", `Messages/${sid}/Media.json`);
  assert.ok(form.MediaUrl0?.endsWith(body.media_list[0].sid));
  assert.equal(body.media_list[0].content_type, "image/jpeg");
});
