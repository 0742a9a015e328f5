import type { Account } from "./carrier/account.ts";
import { demoStory } from "./demo_story.ts";
import { Ids, seededRandom } from "./ids.ts";
import { smallOffice } from "./slack/workspace.ts";
import type { WorldSeed } from "./world_seed.ts";

const RELAY = new URL("../bridge/twilio/relay/", import.meta.url);

/** The vendors' own addresses: what a world in one process answers for. */
const REAL = {
  origin: "https://slack.com",
  hooksOrigin: "https://hooks.slack.com",
  carrierOrigin: "https://api.twilio.com",
  mediaOrigin: "https://mms.twiliocdn.com",
  relayOrigin: "https://clerk-relay-1234.twil.io",
};

/**
 * A small office with one American line, and phones in three countries.
 * @param origin where all of it is reached; without it, everybody is at the vendors' own address.
 */
export function demoSeed(origin?: string): WorldSeed {
  const places = origin === undefined ? REAL : {
    origin,
    hooksOrigin: origin,
    carrierOrigin: origin,
    mediaOrigin: origin,
    relayOrigin: `${origin}/relay`,
  };
  const { relayOrigin, ...origins } = places;
  const account = demoAccount();
  const ring = `${relayOrigin}/ring`;
  return {
    ...origins,
    env: {
      ...(origin !== undefined && {
        SLACK_API_URL: `${origin}/api/`,
        TWILIO_API_URL: origin,
      }),
      TWILIO_ACCOUNT_SID: account.sid,
      TWILIO_AUTH_TOKEN: account.auth_token,
      TWILIO_RELAY_URL: ring,
    },
    workspace: smallOffice,
    story: demoStory,
    carrier: {
      account,
      lines: [{
        number: "+14155550100",
        channel: "texts",
        sms_url: `${ring}#rc=5&rp=all`,
      }],
      phones: [
        { number: "+14155550142", name: "Maya" },
        { number: "+16135550171", name: "Noah" },
        { number: "+447700900123", name: "Isla" },
      ],
    },
    relay: {
      directory: RELAY,
      origin: relayOrigin,
      rings: {
        SLACK_INBOUND_URL: "handle_inbound",
        SLACK_STATUS_URL: "update_status",
      },
    },
  };
}

/** The same account at every start: its names are in the app's environment. */
function demoAccount(): Account {
  const ids = new Ids(seededRandom(1876));
  return {
    sid: ids.twilio("AC"),
    auth_token: ids.hex(32),
    api_key: { sid: ids.twilio("SK"), secret: ids.hex(32) },
  };
}
