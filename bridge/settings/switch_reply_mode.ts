import { connectedChannel } from "../lines/connected_channel.ts";
import { copyChannel } from "../lines/copy_channel.ts";
import { drawCard } from "../places/change_work.ts";
import type { ConnectedChannel, Ends } from "../ports.ts";
import { modeAt, type ReplyMode, switchedTo } from "../sms/reply_mode.ts";

/**
 * Switches which replies in a channel are texted, from now on: what was written before is judged by the mode of then.
 * @returns the channel as it is from now on; somebody else may have switched it just before.
 * @throws Refusal when they may not, or the channel is not connected any more.
 */
export async function switchReplyMode(
  ends: Ends,
  channel: string,
  mode: ReplyMode,
  by: string,
): Promise<ConnectedChannel> {
  const row = await connectedChannel(ends, channel, by);
  if (modeAt(row.switches, Infinity) === mode) return row;
  const switches = switchedTo(mode, row.switches, ends.clock.now());
  await ends.channels.save({ channel, switches });
  await copyChannel(ends, { ...row, switches });
  return { ...row, switches };
}

/** Writes on the cards that wait for an answer in a channel how they are to be answered now. */
export async function refreshWaitingCards(
  ends: Ends,
  channel: string,
): Promise<void> {
  const { conversations, desk, places } = ends;
  const pins = await desk.pinned(channel);
  const threads = await places.threadsAt(pins.map(({ spot }) => spot));
  for (const { line, contact } of threads) {
    const known = await conversations.find(line, contact);
    if (known.conversation) await drawCard(ends, known.conversation, known);
  }
}
