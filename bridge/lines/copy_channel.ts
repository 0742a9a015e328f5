import type { ConnectedChannel, Ends } from "../ports.ts";
import { modeAt } from "../sms/reply_mode.ts";

/** Copies a channel from the list of channels to where its messages look it up. */
export async function copyChannel(
  ends: Ends,
  channel: ConnectedChannel,
): Promise<void> {
  const others = (await ends.channels.all())
    .filter((each) => each.channel !== channel.channel);
  await Promise.all([
    ends.places.saveChannel(channel),
    ends.conversations.saveChannels(listed([...others, channel])),
  ]);
}

/** Which channels are disconnected, and in which only replies to the app are texted. */
export function listed(
  channels: ConnectedChannel[],
): { closed: string[]; addressed: string[] } {
  const named = (which: (each: ConnectedChannel) => boolean) =>
    channels.filter(which).map(({ channel }) => channel).sort();
  return {
    closed: named(({ closed }) => closed),
    addressed: named(({ switches }) =>
      modeAt(switches, Infinity) === "addressed"
    ),
  };
}
