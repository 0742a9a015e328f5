import type { Channel } from "./channel.ts";
import type { Teammate } from "./teammate.ts";

/** What somebody pins beside the cards is called so. */
const PINNED = "Please read this";

/** Posts and pins some messages that are no cards, as somebody does in Slack's client. */
export async function pinOthers(
  channel: Channel,
  by: Teammate,
  count: number,
): Promise<void> {
  const { messages, pins } = channel.scene.world.slack.workspace;
  for (let each = 0; each < count; each++) {
    const { ts } = await by.post(channel, PINNED);
    const posted = messages.get(channel.id, ts);
    if (posted) pins.add(posted, by.id);
  }
}

/** Takes some of those pins off again. */
export function unpinOthers(channel: Channel, count: number): Promise<void> {
  const { pins } = channel.scene.world.slack.workspace;
  const others = pins.in(channel.id).filter(({ text }) => text === PINNED);
  for (const each of others.slice(0, count)) {
    pins.remove(each, each.pinned?.by ?? "");
  }
  return Promise.resolve();
}
