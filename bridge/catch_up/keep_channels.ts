import { listed } from "../lines/copy_channel.ts";
import { tellAdmin } from "../lines/tell_admin.ts";
import type { ConnectedChannel, Ends, Listener, Opening } from "../ports.ts";
import { Outage } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";

/**
 * Brings what is listened to in line with the list of channels, whatever became of settings and copies: connects what
 * went lost, joins again what the app was taken out of, and tells an admin once of what it cannot get into.
 * @param lines the connected lines: their own channels are among the connected ones.
 * @param list the list of channels, as it has just been read.
 * @returns the channels that can be gone through now.
 */
export async function keepChannels(
  ends: Ends,
  lines: E164[],
  list: ConnectedChannel[],
): Promise<string[]> {
  const openings = await ends.conversations.openings(lines);
  const rows = [...list];
  for (const { line, channel } of openings) {
    if (rows.some((each) => each.channel === channel)) continue;
    const row = {
      channel,
      line,
      contact: null,
      switches: [],
      closed: false,
      lost: null,
    };
    await ends.channels.save(row);
    rows.push(row);
  }
  const kept: ConnectedChannel[] = [];
  for (const row of rows) {
    if (!row.contact) kept.push(await lookAfter(ends, row, openings));
  }
  await repairCopies(ends, kept, openings);
  // An archived channel that comes back is heard at once; one that cannot be seen may make a trigger fail.
  const covered = kept.filter(({ lost }) => lost !== "shut out");
  const { listeners } = await ends.settings.read();
  const after = await ends.desk.cover(
    [...covered.map(({ channel }) => channel), ...sinceHeard(listeners, rows)],
    listeners,
  );
  if (JSON.stringify(after) !== JSON.stringify(listeners)) {
    await ends.settings.saveListeners(after);
  }
  return kept.filter(({ lost }) => lost === null)
    .map(({ channel }) => channel);
}

/** What is listened to though the list of channels did not have it yet when it was read: it was connected since. */
export function sinceHeard(
  listeners: Listener[],
  list: ConnectedChannel[],
): string[] {
  const heard = new Set(listeners.flatMap(({ channels }) => channels));
  for (const { channel } of list) heard.delete(channel);
  return [...heard];
}

/** A channel as the app finds it now. What cannot be found out now is left as it was. */
async function lookAfter(
  ends: Ends,
  row: ConnectedChannel,
  openings: Opening[],
): Promise<ConnectedChannel> {
  const { channel } = row;
  try {
    const reached = row.closed && row.lost
      ? row.lost
      : await ends.desk.reach(channel, !row.closed);
    const lost = reached === "in" ? null : reached;
    if (lost === row.lost) return row;
    if (lost && !row.closed) await tellLost(ends, { ...row, lost }, openings);
    await ends.channels.save({ channel, lost });
    return { ...row, lost };
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(`channel ${channel} left as it was: ${error.message}`);
    return row;
  }
}

async function tellLost(
  ends: Ends,
  { channel, lost }: ConnectedChannel,
  openings: Opening[],
): Promise<void> {
  const why = lost === "archived"
    ? `<#${channel}> is archived.`
    : `I cannot get into <#${channel}> any more: it was deleted, or I was removed from it.`;
  const back = lost === "archived"
    ? "unarchive it"
    : "write /invite @Clerk there";
  const isOpening = openings.some((each) => each.channel === channel);
  const otherwise = isOpening
    ? "choose another channel for its line"
    : "disconnect it: its conversations then go on in their line's own channel";
  await tellAdmin(
    ends,
    `${why} Texts for it wait at the carrier, and nothing is lost. Please ${back}, or open Clerk, ` +
      `Lines & channels, and ${otherwise}.`,
  );
}

/** Copies from the list of channels once more what messages look up, where a copy is not as it should be. */
async function repairCopies(
  { conversations, places }: Ends,
  rows: ConnectedChannel[],
  openings: Opening[],
): Promise<void> {
  const due = listed(rows);
  const [copy] = openings;
  if (
    copy && (copy.closed.join() !== due.closed.join() ||
      copy.addressed.join() !== due.addressed.join() ||
      copy.switchedAt !== due.switchedAt)
  ) {
    await conversations.saveChannels(due);
  }
  const copies = await places.channelsAt(rows.map(({ channel }) => channel));
  for (const row of rows) {
    const found = copies.get(row.channel);
    const isRight = found?.line === row.line && found.closed === row.closed &&
      found.switches.join() === row.switches.join();
    if (!isRight) await places.saveChannel(row);
  }
}
