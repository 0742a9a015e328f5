import type { Carrier } from "./carrier/carrier.ts";
import type { Slack } from "./slack/slack.ts";
import type { WorldSeed } from "./world_seed.ts";

/** What `GET /workspace` tells whoever wants to act in this world. */
export function worldInfo(slack: Slack, carrier: Carrier, seed: WorldSeed) {
  const { account } = carrier;
  const info = slack.workspaceInfo();
  const channelOf = (number: string) => {
    const line = seed.carrier.lines.find((line) => line.number === number);
    return info.channels.find(({ name }) => name === line?.channel)?.id ?? null;
  };
  return {
    ...info,
    lines: carrier.lines().map(({ phone_number }) => ({
      number: phone_number,
      channel_id: channelOf(phone_number),
    })),
    phones: carrier.phones(),
    carrier: {
      api_url: seed.carrierOrigin ?? seed.origin,
      account_sid: account.sid,
      auth_token: account.auth_token,
    },
  };
}
