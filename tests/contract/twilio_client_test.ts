import assert from "node:assert/strict";
import twilio from "twilio";
import RestException from "twilio/lib/base/RestException.js";
import { CarrierBench, LINE, MAYA } from "../support/carrier_bench.ts";
import { loopback } from "../support/loopback.ts";

/** Gives the vendor's own client, talking to an emulated carrier over a port. */
async function withClient(
  task: (client: twilio.Twilio, bench: CarrierBench) => Promise<void>,
  bench = new CarrierBench(),
) {
  const server = loopback(bench.app.fetch);
  const { sid, auth_token } = bench.carrier.account;
  const client = twilio(sid, auth_token);
  client.api.baseUrl = server.origin;
  try {
    await task(client, bench);
  } finally {
    await server.close();
  }
}

/** The client keeps its connections open for a while. */
const options = { sanitizeOps: false, sanitizeResources: false };

Deno.test(
  "the vendor's client creates a text and reads it back",
  options,
  async () => {
    await withClient(async (client, bench) => {
      const made = await client.messages.create({
        to: MAYA,
        from: LINE,
        body: "hello 😃",
        mediaUrl: ["https://a.test/1.png", "https://a.test/2.png"],
      });
      assert.equal(made.status, "queued");
      assert.equal(made.numMedia, "2");
      assert.equal(made.dateCreated.getTime(), bench.clock.now());
      await bench.clock.advance(2_000);
      const read = await client.messages(made.sid).fetch();
      assert.equal(read.status, "delivered");
      assert.equal(read.errorCode, null);
      assert.equal(read.body, "hello 😃");
      const media = await client.messages(made.sid).media.list();
      assert.deepEqual(media.map((file) => file.contentType), [
        "image/png",
        "image/png",
      ]);
      assert.ok(await client.messages(made.sid).remove());
      await assert.rejects(client.messages(made.sid).fetch(), { code: 20404 });
    });
  },
);

Deno.test(
  "the vendor's client walks all pages, newest first",
  options,
  async () => {
    await withClient(async (client, bench) => {
      const sids: string[] = [];
      for (let i = 0; i < 7; i++) sids.unshift(await bench.send());
      const all = await client.messages.list({ to: MAYA, pageSize: 3 });
      assert.deepEqual(all.map((message) => message.sid), sids);
      const some = await client.messages.list({ limit: 4 });
      assert.deepEqual(some.map((message) => message.sid), sids.slice(0, 4));
      assert.deepEqual(await client.messages.list({ from: MAYA }), []);
    });
  },
);

Deno.test(
  "the vendor's client asks for what came after a moment",
  options,
  async () => {
    await withClient(async (client, bench) => {
      await bench.send();
      await bench.clock.advance(10_000);
      const dateSentAfter = new Date(bench.clock.now());
      const late = await bench.send();
      const found = await client.messages.list({ to: MAYA, dateSentAfter });
      assert.deepEqual(found.map((message) => message.sid), [late]);
      const day = await client.messages.list({ dateSent: dateSentAfter });
      assert.equal(day.length, 1, "a full date-time means that very second");
    });
  },
);

Deno.test(
  "the vendor's client throws the carrier's code",
  options,
  async () => {
    await withClient(async (client, bench) => {
      const send = (to: string) =>
        client.messages.create({ to, from: LINE, body: "hi" });
      await bench.turn("opted_out");
      await assert.rejects(send(MAYA), (error) => {
        assert.ok(error instanceof RestException.default);
        assert.deepEqual([error.code, error.status], [21610, 400]);
        return true;
      });
      await assert.rejects(send("nobody"), { code: 21211, status: 400 });
    });
  },
);

Deno.test(
  "the vendor's client points a line at another address",
  options,
  async () => {
    await withClient(async (client) => {
      const [line] = await client.incomingPhoneNumbers.list();
      assert.equal(line?.phoneNumber, LINE);
      const smsUrl = "https://clerk.test/ring#rc=5&rp=all";
      const pointed = client.incomingPhoneNumbers(line?.sid ?? "");
      await pointed.update({ smsUrl, smsMethod: "POST" });
      const read = await pointed.fetch();
      assert.equal(read.smsUrl, smsUrl);
      assert.equal(read.capabilities.sms, true);
    });
  },
);

Deno.test(
  "the vendor's client walks all lines, and finds one by its number",
  options,
  async () => {
    const numbers = [LINE, "+14155550101", "+14155550102", "+442079460100"];
    const bench = new CarrierBench({
      seed: { lines: numbers.map((number) => ({ number })), phones: [] },
    });
    await withClient(async (client) => {
      const all = await client.incomingPhoneNumbers.list({ pageSize: 3 });
      assert.deepEqual(all.map(({ phoneNumber }) => phoneNumber), numbers);
      const [found, ...others] = await client.incomingPhoneNumbers.list({
        phoneNumber: "+14155550102",
      });
      assert.equal(found?.phoneNumber, "+14155550102");
      assert.deepEqual(others, []);
    }, bench);
  },
);
