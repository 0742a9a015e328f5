import type { ConnectedChannel, Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { connectedChannel } from "./connected_channel.ts";
import { copyChannel } from "./copy_channel.ts";

/**
 * Disconnects a channel: nothing there is texted any more, which is said to whoever tries, and its conversations go on
 * where their lines' new ones begin, with their next text.
 * @returns the channel as it is from now on.
 * @throws Refusal when they may not, a line's conversations begin there, or somebody there waits for an answer.
 */
export async function disconnectChannel(
  ends: Ends,
  channel: string,
  by: string,
): Promise<ConnectedChannel> {
  const row = await connectedChannel(ends, channel, by);
  const numbers = (await ends.lines.all()).map(({ number }) => number);
  const openings = await ends.conversations.openings(numbers);
  const opening = openings.find((each) => each.channel === channel);
  if (opening) {
    const who = opening.name || formatForPeople(opening.line);
    throw new Refusal(
      `New conversations of ${who} begin in this channel.`,
      "Choose another channel for that line first.",
    );
  }
  const waiting = row.lost ? 0 : await countWaiting(ends, channel);
  if (waiting > 0) {
    throw new Refusal(
      `${waiting} ${
        waiting === 1 ? "conversation waits" : "conversations wait"
      } for an answer in this channel.`,
      "Answer there, or unpin what needs no answer, then disconnect it.",
    );
  }
  const closed = { ...row, closed: true };
  await ends.channels.save(closed);
  await copyChannel(ends, closed);
  return closed;
}

async function countWaiting(
  { desk, places }: Ends,
  channel: string,
): Promise<number> {
  const pins = await desk.pinned(channel);
  return (await places.threadsAt(pins.map(({ spot }) => spot))).length;
}

/** What is said to whoever wants something texted from a disconnected channel. */
export const disconnected = () =>
  new Refusal(
    "This did not leave: the channel is disconnected from Clerk.",
    "Write with 📱 Send Text in the Clerk dashboard; the conversation goes on in the channel you choose there.",
  );
