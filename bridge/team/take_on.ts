import type { Outgoing } from "../outgoing.ts";
import { changeWork } from "../places/change_work.ts";
import type { Ends, Known, Place } from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { stateAfterReply } from "../sms/work.ts";

/** Within this time (milliseconds) two answers are likely to be the same one twice. */
const AT_ONCE = 60_000;

/**
 * What an answer of a teammate means for the team: it opens the conversation, whoever answers first is its assignee,
 * and two who answer at about the same time hear of each other.
 */
export async function takeOn(
  ends: Ends,
  { place, spot, by }: Outgoing,
  known: Known,
): Promise<void> {
  const { line, contact } = place;
  const { state, assignees } = known.work;
  const next = stateAfterReply(state);
  const isTaken = !by || assignees.length > 0 || !known.rules.assignsFirst;
  if (next !== state || !isTaken) {
    await changeWork(ends, line, contact, {
      ...(next === state ? {} : { state: next }),
      ...(isTaken ? {} : { assignees: [by] }),
    }, known.conversation ? known : undefined);
  }
  if (by) await tellOfEachOther(ends, place, spot.ts, by, known);
}

/**
 * Tells somebody who answers where another has the conversation, or has just answered, and that other as well. Only
 * who is not an assignee costs a look at the thread and leaves a note of the answer: assignees are the usual case.
 */
async function tellOfEachOther(
  { conversations, desk }: Ends,
  place: Place,
  ts: string,
  by: string,
  { work: { assignees }, lastReply }: Known,
): Promise<void> {
  const at = tsToMs(ts);
  const others = new Set<string>();
  if (lastReply && at - lastReply.at < AT_ONCE) others.add(lastReply.by);
  const isGuest = assignees.length > 0 && !assignees.includes(by);
  if (isGuest) {
    await conversations.saveReply(place.line, place.contact, by, at);
    const { messages } = await desk.thread(place, at - AT_ONCE);
    for (const { author } of messages) if (author) others.add(author);
  }
  others.delete(by);
  const where = { channel: place.channel, threadTs: place.ts };
  for (const other of others) {
    await desk.tell(
      where,
      by,
      `Mind that ${mention(other)} has just answered here too.`,
    );
    await desk.tell(
      where,
      other,
      `Mind that ${mention(by)} has just answered here too.`,
    );
  }
  if (isGuest && others.size === 0) {
    const whose = assignees.map(mention).join(" and ");
    await desk.tell(
      where,
      by,
      `Sent. Mind that this conversation is assigned to ${whose}.`,
    );
  }
}

function mention(person: string): string {
  return `<@${person}>`;
}
