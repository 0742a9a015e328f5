import type { E164 } from "./e164.ts";

/** The longest name that Slack takes (https://docs.slack.dev/reference/methods/conversations.create). */
const LONGEST = 80;

/**
 * A name for a contact's direct channel that Slack takes: of lower-case letters, digits and hyphens only.
 * @param name what the contact is called; empty for somebody who is not saved.
 * @param turn which one it is, from 1: where a name is taken the next is tried.
 */
export function channelName(contact: E164, name: string, turn: number): string {
  const words = legal(name) || legal(contact);
  const end = turn > 1 ? `-${turn}` : "";
  const start = `sms-${words}`.slice(0, LONGEST - end.length);
  return start.replace(/-+$/, "") + end;
}

function legal(text: string): string {
  return text.normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
