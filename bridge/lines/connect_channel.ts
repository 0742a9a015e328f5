import type { ConnectedChannel, Ends, Listener } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { checkAdmin } from "./admins.ts";
import { copyChannel } from "./copy_channel.ts";

/**
 * Listens to a channel, so that replies in its threads are texted. The list of channels is the truth of it: where two
 * runs connect channels at once and one writes over the other's listeners, catch-up connects the lost one again.
 * @param line the line that sends what is asked for there, where none is named.
 * @returns what is listened to from now on.
 * @throws Refusal when Slack does not let the app in.
 */
export async function connectChannel(
  ends: Ends,
  channel: string,
  line: E164,
): Promise<Listener[]> {
  const { channels, desk, places, settings } = ends;
  // All that can be asked at once: a form waits for this, and must be answered in 3 seconds.
  const [before, { listeners }] = await Promise.all([
    channels.find(channel),
    settings.read(),
    desk.enter(channel),
    desk.ownId(),
  ]);
  if (before?.contact) throw notShared();
  const row = {
    channel,
    line,
    contact: null,
    switches: before?.switches ?? [],
    closed: false,
    lost: null,
  };
  // The list before its copy: what only the copy tells of is taken for connected, and no catch-up looks after it.
  await channels.save(row);
  const isOpen = before?.lost === null;
  const [heard] = await Promise.all([
    hear(ends, channel, listeners, isOpen),
    before?.closed ? copyChannel(ends, row) : places.saveChannel(row),
  ]);
  return heard;
}

/** @param isOpen whether the app could get in before: then it need not be heard anew. */
async function hear(
  { desk, settings }: Ends,
  channel: string,
  listeners: Listener[],
  isOpen: boolean,
): Promise<Listener[]> {
  const heard = listeners.flatMap((each) => each.channels);
  if (isOpen && heard.includes(channel)) return listeners;
  const wanted = [...new Set([...heard, channel])];
  const covered = await desk.cover(wanted, listeners);
  await settings.saveListeners(covered);
  return covered;
}

/**
 * Connects a channel because an admin says so, also one that was disconnected.
 * @param sender the line that sends what is asked for there; the one as before, or the usual one, if none is named.
 * @throws Refusal when they may not, there is no line yet, or Slack does not let the app in.
 */
export async function connectAskedChannel(
  ends: Ends,
  channel: string,
  by: string,
  sender: E164 | null = null,
): Promise<ConnectedChannel> {
  await checkAdmin(ends, by);
  const [{ defaultLine }, known] = await Promise.all([
    ends.settings.read(),
    ends.channels.find(channel),
  ]);
  if (!defaultLine) {
    throw new Refusal(
      "There is no line yet whose texts could be answered there.",
      "Connect a line first.",
      false,
      "channel",
    );
  }
  const openings = await ends.conversations.openings(
    known ? [known.line] : [],
  );
  const line = openings.length > 0 ? known?.line : undefined;
  const chosen = sender ?? line ?? defaultLine;
  await connectChannel(ends, channel, chosen);
  const switches = known?.switches ?? [];
  const row = { channel, line: chosen, contact: null, switches };
  return { ...row, closed: false, lost: null };
}

const notShared = () =>
  new Refusal(
    "That channel belongs to one conversation.",
    "Choose another one.",
    false,
    "channel",
  );
