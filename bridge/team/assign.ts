import { type Errors, errorsByField } from "../form_errors.ts";
import { changeWork } from "../places/change_work.ts";
import type { Conversation, Ends, Known } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { parseConversationKey } from "../sms/conversation.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { shownText } from "../sms/shown_text.ts";
import type { Work } from "../sms/work.ts";
import { cleanTags } from "../sms/written_contact.ts";
import type { Assignment, TypedAssignment } from "./assignment.ts";
import { changedWork } from "./changed_work.ts";
import { rememberTags } from "./known_tags.ts";
import { setState } from "./set_state.ts";
import { tellOf } from "./tell_of.ts";

const SLOW = "Slack does not answer just now. Please try again.";

/** @throws Refusal when there is no such conversation: a button's values can be forged. */
export async function assignmentOf(
  ends: Ends,
  conversation: string,
): Promise<Assignment> {
  const { known: { standing, work } } = await conversationOf(
    ends,
    conversation,
  );
  return { who: standing.name || formatForPeople(standing.contact), work };
}

/** Does what an Assign form asks for, and tells those who are concerned from now on; or says by field what is wrong. */
export async function assignAsked(
  ends: Ends,
  key: string,
  written: TypedAssignment,
  by: string,
): Promise<Errors | { assigned: true }> {
  return await errorsByField("assignees", SLOW, async () => {
    const typed = { ...written, tags: cleanTags(written.tags.join(",")) };
    const { conversation, known } = await conversationOf(ends, key);
    const changed = changedWork(typed, known.work);
    const changes = await withOutside(ends, conversation, changed);
    const tell = () =>
      tellTeam(ends, conversation, known, changes, typed.note, by);
    const { state, backAt, ...others } = changes;
    const work = state && backAt !== undefined
      ? await setState(
        ends,
        conversation,
        { state, backAt },
        by,
        others,
        known,
        tell,
      )
      : await change(ends, conversation, changes, known, tell);
    await addAgain(ends, conversation, typed, work);
    return { assigned: true };
  });
}

async function change(
  ends: Ends,
  { line, contact }: Conversation,
  changes: Partial<Work>,
  known: Known,
  tell: () => Promise<void>,
): Promise<Work> {
  if (Object.keys(changes).length > 0) {
    return await changeWork(ends, line, contact, changes, known, tell);
  }
  await tell();
  return known.work;
}

/** Where two forms are sent at the very same moment, one may have written over what the other had added to a list. */
async function addAgain(
  ends: Ends,
  conversation: Conversation,
  typed: TypedAssignment,
  work: Work,
): Promise<void> {
  const { line, contact } = conversation;
  const { assignees, channels, tags } = changedWork(typed, work);
  const lost = {
    ...(isLonger(assignees, work.assignees) ? { assignees } : {}),
    ...(isLonger(channels, work.channels) ? { channels } : {}),
    ...(isLonger(tags, work.tags) ? { tags } : {}),
  };
  if (!typed.shown || Object.keys(lost).length === 0) return;
  const changes = await withOutside(ends, conversation, lost);
  await changeWork(ends, line, contact, changes);
}

function isLonger(merged: string[] | undefined, now: string[]): boolean {
  return merged !== undefined && merged.length > now.length;
}

/** Who is assigned, with those of them who would see no mention. */
async function withOutside(
  ends: Ends,
  conversation: Conversation,
  changes: Partial<Work>,
): Promise<Partial<Work>> {
  const { assignees } = changes;
  if (!assignees) return changes;
  const outside = await outsiders(ends, conversation, assignees);
  return { ...changes, outside };
}

/** Tells what a form says to the team, and those whom it concerns from now on. */
async function tellTeam(
  ends: Ends,
  conversation: Conversation,
  known: Known,
  { assignees = [], outside = [], channels = [], tags = [] }: Partial<Work>,
  note: string,
  by: string,
): Promise<void> {
  const { work, standing } = known;
  await rememberTags(ends, known, tags);
  if (note.trim()) {
    const words = `🔒 <@${by}>: ${shownText(note.trim())}`;
    await ends.desk.remark(conversation, words);
  }
  await tellOf(ends, conversation, standing, {
    people: assignees.filter((id) => !work.assignees.includes(id)),
    outside,
    channels: channels.filter((id) => !work.channels.includes(id)),
    by,
  });
}

/** Of the people, those who are not in the conversation's channel and would see no mention there. */
export async function outsiders(
  { desk }: Ends,
  { channel }: Conversation,
  people: string[],
): Promise<string[]> {
  if (people.length === 0) return [];
  const members = await desk.membersOfChannel(channel);
  return people.filter((id) => !members.includes(id));
}

async function conversationOf(
  ends: Ends,
  key: string,
): Promise<{ conversation: Conversation; known: Known }> {
  const parsed = parseConversationKey(key);
  const known = parsed &&
    await ends.conversations.find(parsed.line, parsed.contact);
  if (!known?.conversation) {
    throw new Refusal(
      "There is no such conversation any more.",
      "Look for its thread, or text the contact again.",
    );
  }
  return { conversation: known.conversation, known };
}
