import type { ConnectedChannel, Ends, Opening } from "../ports.ts";
import { modeAt } from "../sms/reply_mode.ts";

/** Copies a channel from the list of channels to where its messages look it up. */
export async function copyChannel(
  ends: Ends,
  channel: ConnectedChannel,
): Promise<void> {
  const others = (await ends.channels.all())
    .filter((each) => each.channel !== channel.channel);
  // First of all: a reply that this does not concern is texted without a look at the channel's own copy.
  await ends.conversations.saveChannels(listed([...others, channel]));
  await ends.places.saveChannel(channel);
}

/** Which channels are disconnected, in which only replies to the app are texted, and when that was last switched. */
export function listed(
  channels: ConnectedChannel[],
): Pick<Opening, "closed" | "addressed" | "switchedAt"> {
  const named = (which: (each: ConnectedChannel) => boolean) =>
    channels.filter(which).map(({ channel }) => channel).sort();
  return {
    closed: named(({ closed }) => closed),
    addressed: named(({ switches }) =>
      modeAt(switches, Infinity) === "addressed"
    ),
    switchedAt: Math.max(0, ...channels.flatMap(({ switches }) => switches)),
  };
}
