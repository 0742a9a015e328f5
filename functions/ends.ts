import type { SlackAPIClient } from "deno-slack-api/types.ts";
import * as z from "zod/mini";
import type { Clock, Ends } from "../bridge/ports.ts";
import { FIRST_RULES } from "../bridge/settings/first_rules.ts";
import { SlackDesk } from "../bridge/slack/desk.ts";
import { SlackErrands } from "../bridge/slack/errands.ts";
import { SlackUsageThread } from "../bridge/slack/usage_thread.ts";
import { WebApi } from "../bridge/slack/web_api.ts";
import { Windows } from "../bridge/slack/windows.ts";
import { TwilioCarrier } from "../bridge/twilio/carrier.ts";
import { ChannelList } from "../datastores/channels.ts";
import { ConsentLedger } from "../datastores/consents.ts";
import { Conversations } from "../datastores/conversations.ts";
import { DoNotDisturbList } from "../datastores/do_not_disturb.ts";
import { Lines } from "../datastores/lines.ts";
import { Messages } from "../datastores/messages.ts";
import { Places } from "../datastores/places.ts";
import { SettingsTable } from "../datastores/settings.ts";

const Address = z.custom<string>((it) =>
  typeof it === "string" && URL.canParse(it)
);

/** The variables set with `slack env set`. */
const Env = z.object({
  TWILIO_ACCOUNT_SID: z.string().check(z.regex(/^AC[0-9a-f]{32}$/)),
  TWILIO_AUTH_TOKEN: z.string().check(z.regex(/./)),
  TWILIO_RELAY_URL: Address,
  TWILIO_API_URL: z.optional(Address),
});

/** The platform's own time. */
const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Both ends and the tables of texts, from what Slack hands to a function: with `hourlyEnds`, `allEnds` and `windows` the
 * only wiring there is.
 * @param botUser the app's own user id, where a trigger has told it.
 * @throws when a variable is missing or wrong; it is named.
 */
export function ends(
  context: {
    client: SlackAPIClient;
    env: Record<string, string>;
  },
  botUser: string | null = null,
): Ends {
  const env = z.parse(Env, context.env);
  const api = new WebApi(context.client, clock);
  return {
    clock,
    carrier: new TwilioCarrier(
      {
        sid: env.TWILIO_ACCOUNT_SID,
        username: env.TWILIO_ACCOUNT_SID,
        password: env.TWILIO_AUTH_TOKEN,
        origin: env.TWILIO_API_URL ?? "https://api.twilio.com",
      },
      env.TWILIO_RELAY_URL,
      clock,
    ),
    desk: new SlackDesk(context.client, clock, botUser),
    conversations: new Conversations(api, FIRST_RULES),
    places: new Places(api),
    messages: new Messages(api),
    lines: new Lines(api),
    channels: new ChannelList(api),
    settings: new SettingsTable(api),
    doNotDisturb: new DoNotDisturbList(api),
    consents: new ConsentLedger(api),
    errands: new SlackErrands(api, clock),
    usageThread: new SlackUsageThread(context.client, clock),
  };
}

/** The modals in front of the person who is at work. */
export function windows(context: { client: SlackAPIClient }): Windows {
  return new Windows(context.client, clock);
}
