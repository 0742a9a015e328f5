import assert from "node:assert/strict";
import { TwilioCarrier } from "../../bridge/twilio/carrier.ts";
import { CarrierBench, LINE } from "../support/carrier_bench.ts";
import { loopback } from "../support/loopback.ts";
import { isE164 } from "../../bridge/sms/e164.ts";

const RELAY = "https://relay.test/ring";
const ELSEWHERE = "https://studio.test/flow";

/** The twilio package keeps its connections open for a while. */
const options = { sanitizeOps: false, sanitizeResources: false };

/** The carrier's end as the app has it, talking to an emulated carrier over a port. */
async function withCarrier(
  task: (carrier: TwilioCarrier, bench: CarrierBench) => Promise<void>,
) {
  const bench = new CarrierBench();
  const server = loopback(bench.app.fetch);
  const { sid, auth_token: password } = bench.carrier.account;
  const { origin } = server;
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  try {
    const account = { sid, username: sid, password, origin };
    await task(new TwilioCarrier(account, RELAY, clock), bench);
  } finally {
    await server.close();
  }
}

/** One more number of the account. */
function add(
  { carrier }: CarrierBench,
  at: number,
  { smsUrl = "", sms = true } = {},
): string {
  const first = carrier.line(LINE);
  assert(first);
  const number = `+120255${String(50_000 + at)}`;
  carrier.saveLine({
    ...first,
    sid: `PN${String(at).padStart(32, "0")}`,
    phone_number: number,
    friendly_name: `Number ${at}`,
    sms_url: smsUrl,
    capabilities: { ...first.capabilities, sms },
  });
  return number;
}

Deno.test(
  "all pages of the account's numbers are read",
  options,
  async () => {
    await withCarrier(async (carrier, bench) => {
      for (let at = 1; at <= 1_001; at++) add(bench, at);
      const lines = await carrier.lines();
      assert.equal(new Set(lines.map(({ number }) => number)).size, 1_002);
    });
  },
);

Deno.test(
  "of a number is known what it is called, whether it can text, and who is told of its texts",
  options,
  async () => {
    await withCarrier(async (carrier, bench) => {
      add(bench, 1, { smsUrl: `${RELAY}#rc=5&rp=all` });
      add(bench, 2, { smsUrl: ELSEWHERE, sms: false });
      const told = (await carrier.lines()).map(({ label, canText, rings }) => ({
        label,
        canText,
        rings,
      }));
      assert.deepEqual(told, [
        { label: LINE, canText: true, rings: "here" },
        { label: "Number 1", canText: true, rings: "here" },
        { label: "Number 2", canText: false, rings: { elsewhere: ELSEWHERE } },
      ]);
    });
  },
);

Deno.test(
  "a number is found whole, not by a part of it",
  options,
  async () => {
    await withCarrier(async (carrier, bench) => {
      const number = add(bench, 7);
      const part = number.slice(0, -1);
      assert(isE164(number) && isE164(part));
      assert.equal((await carrier.line(number))?.number, number);
      assert.equal(await carrier.line(part), null);
    });
  },
);

Deno.test(
  "a number is pointed here, with its fallback",
  options,
  async () => {
    await withCarrier(async (carrier, bench) => {
      const number = add(bench, 3, { smsUrl: ELSEWHERE });
      assert(isE164(number));
      const line = await carrier.line(number);
      assert(line);
      await carrier.pointHere(line);
      const record = bench.carrier.line(number);
      const bell = `${RELAY}#rc=5&rp=all`;
      assert.equal(record?.sms_url, bell);
      assert.equal(record?.sms_fallback_url, bell);
      assert.equal(record?.sms_method, "POST");
      assert.equal((await carrier.line(number))?.rings, "here");
    });
  },
);
