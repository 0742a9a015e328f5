import type { Ends } from "../ports.ts";
import { mentionedUsers, plainText } from "../sms/plain_text.ts";

/** What a phone can show of a Slack text; names are looked up only when somebody is mentioned. */
export async function writtenOut(
  { desk }: Pick<Ends, "desk">,
  text: string,
): Promise<string> {
  const mentioned = mentionedUsers(text);
  const names = mentioned.length > 0
    ? await desk.names(mentioned)
    : new Map<string, string>();
  return plainText(text, names);
}
