import assert from "node:assert/strict";
import { RelayHost } from "../../emulator/carrier/relay_host.ts";
import { sign } from "../../emulator/carrier/signature.ts";
import { VirtualClock } from "../support/virtual_clock.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const ORIGIN = "https://clerk-relay-1234.twil.io";
const taken = () => Response.json({ ok: true });

/** The relay's own file on the carrier's host, and a Slack that answers as told. */
class Relay {
  readonly clock = new VirtualClock();
  readonly rings: { url: string; body: unknown; at: number }[] = [];
  answer: (count: number) => Response | Promise<Response> = taken;
  readonly host = new RelayHost({
    clock: this.clock,
    authToken: TOKEN,
    origin: ORIGIN,
    directory: new URL("../../bridge/twilio/relay/", import.meta.url),
    env: {
      SLACK_INBOUND_URL: "https://hooks.slack.com/triggers/T1/1/inbound",
      SLACK_STATUS_URL: "https://hooks.slack.com/triggers/T1/2/status",
    },
    fetch: async (request) => {
      const body = await request.json();
      this.rings.push({ url: request.url, body, at: this.clock.now() });
      return await this.answer(this.rings.length);
    },
  });

  call(form: Record<string, string>, query = "", signature?: string) {
    const url = `${ORIGIN}/ring${query}`;
    const request = new Request(url, {
      method: "POST",
      headers: {
        "x-twilio-signature": signature ??
          sign(TOKEN, url, Object.entries(form)),
      },
      body: new URLSearchParams(form),
    });
    return this.clock.runUntil(this.host.handle(request));
  }

  text() {
    return this.call({
      MessageSid: "SM1",
      SmsStatus: "received",
      From: "+14155550142",
      To: "+14155550100",
      Body: `"Hi" & \n 😃`,
    });
  }

  status(status: string, query = "") {
    return this.call({ MessageSid: "SM2", MessageStatus: status }, query);
  }
}

Deno.test("a text in becomes flat JSON without its body, and nothing is texted back", async () => {
  const relay = new Relay();
  const response = await relay.text();
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/xml");
  assert.equal(await response.text(), "<Response/>");
  assert.deepEqual(relay.rings.map(({ url, body }) => [url, body]), [[
    "https://hooks.slack.com/triggers/T1/1/inbound",
    {
      message_sid: "SM1",
      from: "+14155550142",
      to: "+14155550100",
      opt_out_type: "",
    },
  ]]);
});

Deno.test("only an end rings for a status", async () => {
  const relay = new Relay();
  for (const status of ["queued", "sending", "sent"]) {
    assert.equal((await relay.status(status)).status, 204);
  }
  assert.equal(relay.rings.length, 0);
  for (const status of ["delivered", "undelivered", "failed"]) {
    assert.equal((await relay.status(status)).status, 204);
  }
  assert.equal(relay.rings.length, 3);
  assert.deepEqual(relay.rings[0]?.body, { message_sid: "SM2" });
});

Deno.test("an end that the sender still watches rings nobody", async () => {
  const relay = new Relay();
  const until = Math.floor(relay.clock.now() / 1_000) + 10;
  const query = `?watched_until=${until}`;
  await relay.status("delivered", query);
  await relay.status("failed", query);
  assert.equal(relay.rings.length, 0);
  await relay.clock.advance(10_001);
  await relay.status("delivered", query);
  assert.equal(relay.rings.length, 1);
});

Deno.test("a forged signature gets 403 and rings nobody", async () => {
  const relay = new Relay();
  const form = { MessageSid: "SM3", SmsStatus: "received" };
  assert.equal((await relay.call(form, "", "forged")).status, 403);
  assert.equal(relay.rings.length, 0);
});

Deno.test("a full doorbell is rung again when Slack says so", async () => {
  const relay = new Relay();
  const start = relay.clock.now();
  relay.answer = (count) =>
    count > 1 ? taken() : Response.json({ ok: false, error: "rate_limited" }, {
      status: 429,
      headers: { "retry-after": "3" },
    });
  assert.equal((await relay.text()).status, 200);
  assert.deepEqual(relay.rings.map(({ at }) => at - start), [0, 3_000]);
});

Deno.test("a wait that does not fit is left to the carrier's own retry", async () => {
  const relay = new Relay();
  relay.answer = () =>
    Response.json({ ok: false, error: "rate_limited" }, {
      status: 429,
      headers: { "retry-after": "30" },
    });
  assert.equal((await relay.text()).status, 500);
  assert.equal(relay.rings.length, 1);
});

Deno.test("a Slack in trouble is rung again and again, within the host's 10 seconds", async () => {
  const relay = new Relay();
  const start = relay.clock.now();
  relay.answer = () => new Response("oops", { status: 503 });
  assert.equal((await relay.text()).status, 500);
  assert.ok(relay.rings.length >= 4, `${relay.rings.length} rings`);
  assert.ok(relay.clock.now() - start <= 8_500);
});

Deno.test("a Slack that never answers is given up in time", async () => {
  const relay = new Relay();
  const start = relay.clock.now();
  relay.answer = () => new Promise(() => {});
  assert.equal((await relay.text()).status, 500);
  assert.ok(relay.rings.length >= 3, `${relay.rings.length} rings`);
  assert.ok(relay.clock.now() - start <= 8_500);
});

Deno.test("a ring that Slack refuses is not repeated", async () => {
  const relay = new Relay();
  relay.answer = () =>
    Response.json({ ok: false, error: "trigger_not_found" }, { status: 404 });
  assert.equal((await relay.text()).status, 500);
  assert.equal(relay.rings.length, 1);
});
