import { changeWork } from "./change_work.ts";
import type { Assignment, TypedAssignment } from "./assignment.ts";
import { type Errors, errorsByField } from "./form_errors.ts";
import type { Conversation, Ends, Known } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { setState } from "./set_state.ts";
import { parseConversationKey } from "./sms/conversation.ts";
import { formatForPeople } from "./sms/readable_number.ts";
import { shownText } from "./sms/shown_text.ts";
import { cleanTags } from "./sms/written_contact.ts";
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
  typed: TypedAssignment,
  by: string,
): Promise<Errors | { assigned: true }> {
  return await errorsByField("assignees", SLOW, async () => {
    const { conversation, known } = await conversationOf(ends, key);
    const { line, contact } = conversation;
    const { assignees, channels, subject, priority, state, backAt } = typed;
    const tags = cleanTags(typed.tags.join(","));
    const outside = await outsiders(ends, conversation, assignees);
    const changes = { assignees, outside, channels, subject, priority, tags };
    const isMoved = state !== known.work.state || backAt !== known.work.backAt;
    if (isMoved) await setState(ends, conversation, { state, backAt }, by);
    await changeWork(ends, line, contact, changes);
    await rememberTags(ends, known, tags);
    if (typed.note.trim()) {
      await ends.desk.remark(
        conversation,
        `🔒 <@${by}>: ${shownText(typed.note.trim())}`,
      );
    }
    await tellOf(ends, conversation, known.standing, {
      people: assignees.filter((id) => !known.work.assignees.includes(id)),
      outside,
      channels: channels.filter((id) => !known.work.channels.includes(id)),
      by,
    });
    return { assigned: true };
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

/** Remembers tags to be suggested; of too many, those go that were given longest ago. */
export async function rememberTags(
  { conversations }: Ends,
  { rules }: Known,
  given: string[],
): Promise<void> {
  if (given.every((tag) => rules.tags.includes(tag))) return;
  const others = rules.tags.filter((tag) => !given.includes(tag));
  await conversations.saveRules({ tags: [...given, ...others].slice(0, MENU) });
}

/** The most options that a menu shows. */
const MENU = 100;

/** Tags that begin with what was typed, and what was typed as a new one. */
export async function suggestTags(
  { conversations }: Ends,
  typed: string,
): Promise<string[]> {
  const [fresh = ""] = cleanTags(typed);
  const { tags } = await conversations.rules();
  const known = [...tags].sort()
    .filter((tag) => tag.toLowerCase().startsWith(fresh.toLowerCase()));
  return [...new Set([...(fresh ? [fresh] : []), ...known])].slice(0, MENU);
}
