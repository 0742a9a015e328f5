import type { Ends, Rules } from "../ports.ts";
import { conversationKey } from "../sms/conversation.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { openTime } from "../sms/wall_clock.ts";
import { overview, type Waiting } from "../team/overview.ts";

const MINUTE = 60_000;

/**
 * Reminds the team of conversations that have waited too long in business hours: the assignees once, and the channel
 * once when as much time again has gone by, or at once where nobody is assigned.
 */
export async function nudge(
  ends: Ends,
  { nudgeAfter, hours, timeZone }: Rules,
): Promise<void> {
  if (nudgeAfter === null) return;
  const now = ends.clock.now();
  const { waiting } = await overview(ends);
  for (const each of waiting) {
    const waited = openTime(each.since, now, hours, timeZone);
    const times = Math.floor(waited / (nudgeAfter * MINUTE));
    if (times > 0) await nudgeFor(ends, each, times);
  }
}

async function nudgeFor(
  { conversations, desk }: Ends,
  { place, name, work, since, link }: Waiting,
  times: number,
): Promise<void> {
  const { line, contact } = place;
  const { assignees, nudged } = work;
  // One nudge less is owed where nobody is assigned: there the channel is the first to hear of it.
  const due = assignees.length > 0 ? Math.min(times, 2) : 2;
  const had = nudged?.since === since ? nudged.times : 0;
  if (had >= due) return;
  const who = name || formatForPeople(contact);
  if (due === 1) {
    const people = assignees.map((id) => `<@${id}>`).join(" ");
    await desk.remark(place, `⏰ ${people} This contact is still waiting.`);
  } else {
    await desk.notify(place.channel, "⏰ Still waiting for an answer:", {
      who,
      link,
      key: conversationKey(line, contact),
    });
  }
  await conversations.saveWork(line, contact, {
    nudged: { since, times: due },
  });
}
