import type { Conversation, Ends, Known, Place, Standing } from "../ports.ts";
import { conversationKey } from "../sms/conversation.ts";
import { formatForPeople } from "../sms/readable_number.ts";

/** Who is to hear of a conversation. */
export interface Audience {
  people: string[];
  /** Those of the people who are not in its channel: they are told in a direct message. */
  outside: string[];
  channels: string[];
  /** Who wants it; null for a workflow. */
  by: string | null;
}

/** Tells people and channels that a conversation concerns them from now on, each once and with a link. */
export async function tellOf(
  { desk }: Ends,
  conversation: Conversation,
  { contact, name }: Standing,
  { people, outside, channels, by }: Audience,
): Promise<void> {
  const inside = people.filter((id) => !outside.includes(id));
  const doer = by ? `<@${by}>` : "A workflow";
  if (inside.length > 0) {
    const whom = inside.map((id) => `<@${id}>`).join(" ");
    await desk.remark(conversation, `👤 ${doer} has assigned this to ${whom}`);
  }
  const others = [...people.filter((id) => outside.includes(id)), ...channels];
  if (others.length === 0) return;
  const link = await desk.permalink(conversation);
  const key = conversationKey(conversation.line, contact);
  const who = name || formatForPeople(contact);
  for (const place of others) {
    await desk.notify(place, `👤 ${doer} has assigned you a conversation:`, {
      who,
      link,
      key,
    });
  }
}

/** Tells those of a new text who would not see it in its conversation: assignees who are elsewhere, and channels. */
export async function tellOfText(
  { desk }: Ends,
  place: Place,
  { standing: { contact, name }, work: { outside, channels } }: Known,
): Promise<void> {
  const others = [...outside, ...channels];
  if (others.length === 0) return;
  const link = await desk.permalink(place);
  const key = conversationKey(place.line, contact);
  const who = name || formatForPeople(contact);
  for (const other of others) {
    await desk.notify(other, "📱 There is a new text from", { who, link, key });
  }
}
