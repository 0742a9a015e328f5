import { SlackAPI } from "deno-slack-api/mod.ts";
import { createEmulator } from "emulate";
import assert from "node:assert/strict";
import { FIRST_RULES } from "../../bridge/settings/first_rules.ts";
import type { Clock } from "../../bridge/ports.ts";
import { SlackDesk } from "../../bridge/slack/desk.ts";
import { type E164, isE164 } from "../../bridge/sms/e164.ts";
import { NO_WORK } from "../../bridge/sms/work.ts";
import { TwilioCarrier } from "../../bridge/twilio/carrier.ts";
import { CarrierBench, LINE, MAYA } from "../support/carrier_bench.ts";
import { loopback } from "../support/loopback.ts";
import manifest from "../support/notes_app/manifest.ts";
import { SlackBench } from "../support/slack_bench.ts";

/**
 * Both ends against an emulator that is not ours, for what it covers, and against ours: the same deeds must look the
 * same. What only one emulator believes would show here.
 */

const clock: Clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
const line = e164(LINE);
const contact = e164(MAYA);

/** The clients keep connections open, and the other emulator its server, for a moment. */
const options = { sanitizeOps: false, sanitizeResources: false };

/** What a conversation's card and thread look like to the app, deed by deed. */
async function atTheDesk(desk: SlackDesk, channel: string, person: string) {
  const facts = { line, contact, beginner: { contact: true } } as const;
  const standing = {
    contact,
    name: "",
    optedOut: false,
    consentAt: 0,
    doNotDisturb: null,
    tags: [],
    quiet: [],
  };
  const opening = { name: "Front desk", addressed: [channel] };
  const known = { standing, work: NO_WORK, rules: FIRST_RULES, opening };
  const card = await desk.postCard(channel, facts, known);
  const place = { ...card, line, contact, name: "" };
  const text = {
    sid: `SM${"0".repeat(32)}`,
    inbound: true,
    isAutomatic: false,
    from: MAYA,
    to: LINE,
    body: "Is *my* bike <ready>?",
    segments: 1,
    stage: "delivered",
    errorCode: null,
    mediaCount: 0,
    createdAt: Date.now(),
  } as const;
  const shown = await desk.showText(place, text, false);
  const link = await desk.permalink(card);
  const seen = {
    card: await desk.cardAt(card),
    edited: await desk.editCard(card, facts, {
      ...known,
      standing: { ...standing, optedOut: true },
    }),
    noCard: await desk.cardAt(shown),
    bids: (await desk.bidsSince(channel, { line, contact }, 0))
      .map(({ bid }) => bid.ts === card.ts),
    claims: [await desk.claim(shown, "eyes"), await desk.claim(shown, "eyes")],
    mark: await desk.mark(shown, "heavy_check_mark"),
    marks: await desk.marksOn(shown),
    unmarked: await desk.unmark(shown, "eyes").then(() => desk.marksOn(shown)),
    pins: [await desk.pin(card), await desk.pin(card)],
    pinned: (await desk.pinned(channel)).map(({ spot }) => spot.ts === card.ts),
    unpinned: [await desk.unpin(card), await desk.unpin(card)],
    told: await desk.tell({ channel, threadTs: card.ts }, person, "Psst."),
    thread: (await desk.thread(place)).messages.map(({ sid, marks }) => ({
      sid,
      marks,
    })),
    link: new URL(link).pathname ===
      `/archives/${channel}/p${card.ts.replace(".", "")}`,
    names: (await desk.names([person])).size,
    removed: await desk.remove(shown).then(() => desk.remove(shown)),
    gone: [
      await desk.mark(shown, "eyes"),
      await desk.marksOn(shown),
    ],
  };
  return seen;
}

Deno.test(
  "the desk's end does the same on another's Slack and on ours",
  options,
  async () => {
    const other = await createEmulator({
      service: "slack",
      port: 0,
      seed: {
        tokens: { "xoxb-witness": { login: "clerk" } },
        slack: { users: [{ name: "clerk", real_name: "Clerk" }] },
      },
    });
    const there = atTheDesk(
      new SlackDesk(
        SlackAPI("xoxb-witness", { slackApiUrl: `${here(other.url)}/api/` }),
        clock,
        null,
      ),
      "C000000001",
      "U000000001",
    );
    const theirs = await there.finally(() => other.close());
    const bot = [
      ...manifest.oauth_config.scopes.bot ?? [],
      "chat:write.customize",
    ];
    using bench = new SlackBench({
      limits: "off",
      manifest: { ...manifest, oauth_config: { scopes: { bot } } },
    });
    bench.join("texts");
    const ours = await atTheDesk(
      new SlackDesk(SlackAPI(bench.bot), clock, null),
      bench.channel("texts").id,
      bench.person("dana").id,
    );
    assert.deepEqual(ours, theirs);
  },
);

/** What texts look like to the app, deed by deed. */
async function atTheCarrier(carrier: TwilioCarrier) {
  const since = Date.now() - 60_000;
  const sent = await carrier.send({
    line,
    contact,
    body: "It is! 😃",
    watchedUntil: Date.now(),
  });
  const again = await carrier.text(sent.sid);
  const told = ({ inbound, from, to, body, errorCode }: typeof sent) => ({
    inbound,
    from,
    to,
    body,
    errorCode,
  });
  return {
    sent: told(sent),
    again: again && told(again),
    dated: Math.abs(sent.createdAt - Date.now()) < 60_000,
    unknown: await carrier.text(`SM${"f".repeat(32)}`),
    sentSince: (await carrier.sentSince(line, since, contact))
      .map(({ sid }) => sid === sent.sid),
    toNobody: await carrier.sentSince(line, since, e164("+12025550143")),
    owned: [
      (await carrier.line(line))?.number,
      (await carrier.line(contact))?.number,
      (await carrier.lines()).map(({ number }) => number),
    ],
  };
}

Deno.test(
  "the carrier's end does the same on another's Twilio and on ours",
  options,
  async () => {
    const sid = `AC${"1".repeat(32)}`;
    const other = await createEmulator({
      service: "twilio",
      port: 0,
      seed: {
        twilio: {
          account: { sid, auth_token: "secret", friendly_name: "Witness" },
          phone_numbers: [{ phone_number: LINE, friendly_name: "Line" }],
        },
      },
    });
    const relay = "https://relay.example.com/ring";
    const account = (origin: string, sid: string, password: string) => ({
      sid,
      username: sid,
      password,
      origin,
    });
    const theirs = await atTheCarrier(
      new TwilioCarrier(account(here(other.url), sid, "secret"), relay, clock),
    ).finally(() => other.close());

    const bench = new CarrierBench({ clock: wall });
    const server = loopback(bench.app.fetch);
    const { account: own } = bench.carrier;
    const ours = await atTheCarrier(
      new TwilioCarrier(
        account(
          server.origin,
          own.sid,
          own.auth_token,
        ),
        relay,
        clock,
      ),
    ).finally(() => server.close());
    assert.deepEqual(ours, theirs);
  },
);

/** The wall's time, under which nothing happens later. */
const wall = { now: () => Date.now(), after: () => () => {} };

function e164(text: string): E164 {
  assert(isE164(text));
  return text;
}

/** It says `localhost`, which need not be this machine's 127.0.0.1. */
function here(url: string): string {
  return `http://127.0.0.1:${new URL(url).port}`;
}
