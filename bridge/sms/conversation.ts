import { type E164, isE164 } from "./e164.ts";

declare const brand: unique symbol;

/** What a conversation is filed under: its line and its contact. */
export type ConversationKey = string & { readonly [brand]: "ConversationKey" };

/** The two ends of a conversation. */
export interface Ends {
  line: E164;
  contact: E164;
}

/** The key of the one conversation that `line` has with `contact`. */
export function conversationKey(line: E164, contact: E164): ConversationKey {
  const key = `${line}:${contact}`;
  if (!isConversationKey(key)) throw new TypeError("not two E.164 numbers");
  return key;
}

/** Says whether `text` is a key that {@link conversationKey} could have made. */
export function isConversationKey(text: string): text is ConversationKey {
  return parseConversationKey(text) !== undefined;
}

/** The line and the contact a key was made of, or nothing if it is no key. */
export function parseConversationKey(text: string): Ends | undefined {
  const [line, contact, ...more] = text.split(":");
  if (line === undefined || contact === undefined || more.length > 0) return;
  if (!isE164(line) || !isE164(contact)) return;
  return { line, contact };
}
