import assert from "node:assert/strict";
import { CarrierBench, LINE, MAYA } from "../support/carrier_bench.ts";

const hand = `/phones/${encodeURIComponent(MAYA)}`;

async function ask(bench: CarrierBench, path: string, body: unknown) {
  const response = await bench.app.fetch(
    new Request(`http://phones.test${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, body: await response.json() };
}

async function callAnswered(twiml: string) {
  const bench = new CarrierBench();
  bench.answer = () => new Response(twiml);
  const line = bench.carrier.line(LINE);
  assert.ok(line);
  line.voice_url = "https://voice.test/answer";
  const { body } = await ask(bench, `${hand}/calls`, { to: LINE });
  return { bench, outcome: body.outcome, words: body.words };
}

Deno.test("a call to a line without a voice URL is dropped", async () => {
  const bench = new CarrierBench();
  const { status, body } = await ask(bench, `${hand}/calls`, { to: LINE });
  assert.deepEqual([status, body.outcome, body.words], [
    201,
    "dropped",
    "The line does not take calls.",
  ]);
});

Deno.test("what the voice URL answers is what the caller notices", async () => {
  const answers: [string, string, RegExp][] = [
    ["<Response><Reject/></Response>", "rejected", /not in service/],
    ['<Response><Reject reason="busy"/></Response>', "busy", /busy/],
    [
      "<Response><Dial>+12025550143</Dial></Response>",
      "forwarded",
      /\+12025550143/,
    ],
    [
      "<Response><Dial><Number>+12025550143</Number></Dial></Response>",
      "forwarded",
      /\+12025550143/,
    ],
    ["<Response><Say>Hello there</Say></Response>", "answered", /Hello there/],
    ["what?", "failed", /application error/],
  ];
  for (const [twiml, outcome, words] of answers) {
    const call = await callAnswered(twiml);
    assert.equal(call.outcome, outcome, twiml);
    assert.match(call.words, words);
  }
  const { bench } = await callAnswered("<Response><Reject/></Response>");
  assert.equal(bench.heard[0]?.form.CallStatus, "ringing");
  assert.ok(bench.heard[0]?.headers.get("x-twilio-signature"));
});

Deno.test("a picture has an address, and the carrier leads to its own copy once it has one", async () => {
  const bench = new CarrierBench({
    mediaOrigin: "https://mms.twiliocdn.com",
    mediaDelay: 2_000,
  });
  const bytes = new Uint8Array([137, 80, 78, 71]);
  const kept = await bench.app.fetch(
    new Request("http://phones.test/pictures", {
      method: "POST",
      headers: { "content-type": "image/png" },
      body: bytes,
    }),
  );
  const { url } = await kept.json();
  assert.match(url, /^http:\/\/phones\.test\/pictures\/[0-9a-f]{32}\.png$/);
  const seen = await bench.app.fetch(new Request(url));
  assert.deepEqual(await seen.bytes(), bytes);
  const { body: { sid } } = await ask(bench, `${hand}/texts`, {
    to: LINE,
    media_urls: [url],
  });
  const media = bench.carrier.messages.get(sid)?.media[0];
  const { account } = bench.carrier;
  const path =
    `/2010-04-01/Accounts/${account.sid}/Messages/${sid}/Media/${media?.sid}`;
  const read = (path: string) =>
    bench.app.fetch(
      new Request(`https://api.twilio.com${path}`, {
        headers: {
          authorization: `Basic ${
            btoa(`${account.sid}:${account.auth_token}`)
          }`,
        },
      }),
    );
  assert.equal((await read(path)).status, 404);
  await bench.clock.advance(2_000);
  const led = await read(path);
  const location = led.headers.get("location") ?? "";
  assert.equal(led.status, 307);
  assert.match(location, /^https:\/\/mms\.twiliocdn\.com\//);
  const copy = await bench.app.fetch(new Request(location));
  assert.equal(copy.headers.get("content-type"), "image/png");
  assert.deepEqual(await copy.bytes(), bytes);
  assert.equal(
    (await (await read(`${path}.json`)).json()).content_type,
    "image/png",
  );
});

Deno.test("what lies elsewhere on the net, the carrier has no copy of", async () => {
  const bench = new CarrierBench();
  const { body: { sid } } = await ask(bench, `${hand}/texts`, {
    to: LINE,
    media_urls: ["https://pictures.test/cat.jpg"],
  });
  const media = bench.carrier.messages.get(sid)?.media[0];
  const path = `/media/${bench.carrier.account.sid}/${sid}/${media?.sid}`;
  assert.equal((await bench.app.request(path)).status, 404);
});

Deno.test("what a phone cannot send is said in a sentence", async () => {
  const bench = new CarrierBench();
  const refused = await bench.app.fetch(
    new Request("http://phones.test/pictures", {
      method: "POST",
      headers: { "content-type": "text/html" },
      body: "<b>",
    }),
  );
  assert.deepEqual([refused.status, await refused.json()], [
    400,
    { error: "A phone cannot send text/html." },
  ]);
});
