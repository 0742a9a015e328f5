import { hasLeft } from "../outgoing.ts";
import type { Ends, Rules } from "../ports.ts";
import { conversationKey } from "../sms/conversation.ts";
import { tsToMs } from "../sms/place.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { afterOpenTime, openTime } from "../sms/wall_clock.ts";
import { keepReminder } from "../team/arrange_reminder.ts";
import { overview, type Waiting } from "../team/overview.ts";
import { IN_TURN, RIVALRY } from "../timing.ts";
import { unlessOut } from "../unless_out.ts";

const MINUTE = 60_000;

/**
 * Reminds the team of conversations that have waited too long in business hours: the assignees once, and the channel
 * once when as much time again has gone by, or at once where nobody is assigned. The run for those whose time is still
 * to come is arranged first: it does what this one leaves undone.
 * @param nextBack when the next conversation comes back (milliseconds), which is seen to by the same run.
 */
export async function nudge(
  ends: Ends,
  rules: Rules,
  nextBack: number | null,
): Promise<void> {
  const { nudgeAfter, hours, timeZone, remindsAt } = rules;
  const now = ends.clock.now();
  const due: { waiter: Waiting; times: number }[] = [];
  const next = nextBack === null ? [] : [nextBack];
  if (nudgeAfter !== null) {
    const turn = Math.floor(now / IN_TURN);
    const { waiting, isPartial, isInTurn } = await overview(ends, turn);
    if (isPartial) next.push(now + MINUTE);
    else if (isInTurn) next.push(now + IN_TURN);
    for (const waiter of waiting) {
      const { since, work } = waiter;
      const span = nudgeAfter * MINUTE;
      const times = Math.floor(openTime(since, now, hours, timeZone) / span);
      if (times > 0) due.push({ waiter, times });
      if (times >= (work.assignees.length > 0 ? 2 : 1)) continue;
      const at = afterOpenTime(since, (times + 1) * span, hours, timeZone);
      // Where the clocks have just been put back, it was before.
      next.push(Math.max(at, now + MINUTE));
    }
  }
  if (next.length > 0 || remindsAt > 0) {
    const earliest = next.length > 0 ? Math.min(...next) : null;
    await unlessOut(() => keepReminder(ends, rules, earliest, now));
  }
  for (const { waiter, times } of due) {
    await unlessOut(() => nudgeFor(ends, waiter, times));
  }
}

async function nudgeFor(
  { clock, conversations, desk }: Ends,
  waiter: Waiting,
  times: number,
): Promise<void> {
  const { place, name, work, since, link } = waiter;
  const { line, contact } = place;
  const { assignees, nudged } = work;
  // One nudge less is owed where nobody is assigned: there the channel is the first to hear of it.
  const due = assignees.length > 0 ? Math.min(times, 2) : 2;
  const had = nudged?.since === since ? nudged.times : 0;
  if (had >= due) return;
  if (await isAnswered(desk, waiter)) return;
  const who = name || formatForPeople(contact);
  const once = {
    name: `waits since ${since}: ${due}`,
    since: Math.max(since, clock.now() - RIVALRY),
  };
  if (due === 1) {
    const people = assignees.map((id) => `<@${id}>`).join(" ");
    const words = `⏰ ${people} This contact is still waiting.`;
    await desk.remark(place, words, once);
  } else {
    const key = conversationKey(line, contact);
    const about = { who, link, key };
    const words = "⏰ Still waiting for an answer:";
    await desk.notify(place.channel, words, about, once);
  }
  await conversations.saveWork(line, contact, {
    nudged: { since, times: due },
  });
}

/** Whether somebody who waits for a pin was answered since. */
async function isAnswered(
  desk: Ends["desk"],
  { place, since, byQueue }: Waiting,
): Promise<boolean> {
  if (!byQueue) return false;
  const { messages } = await desk.thread(place, since);
  return messages.some((each) => hasLeft(each) && tsToMs(each.ts) > since);
}
