import type { DeskState, Message } from "../desk_state.ts";

/** How far each person has read each channel: the `ts` of the last message seen, by `person channel`. */
export type ReadMarks = Record<string, string>;

const storageKey = "read-marks";

export function loadReadMarks(): ReadMarks {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "{}");
  } catch {
    return {};
  }
}

export function saveReadMarks(marks: ReadMarks): void {
  localStorage.setItem(storageKey, JSON.stringify(marks));
}

/** True for a message that stands in the channel itself: not a reply that stayed in its thread. */
export function standsInChannel(message: Message): boolean {
  return !message.thread_ts || message.thread_ts === message.ts ||
    message.subtype === "thread_broadcast";
}

export function lastInChannel(state: DeskState, channel: string): string {
  return state.messages[channel]?.findLast(standsInChannel)?.ts ?? "";
}

/** The `ts` of the first message that others wrote since; empty when there is none. */
export function firstUnreadIn(
  state: DeskState,
  channel: string,
  mark: string,
): string {
  return state.messages[channel]?.find((message) =>
    message.ts > mark && message.user !== state.me && standsInChannel(message)
  )?.ts ?? "";
}

/** What others wrote since: how many messages, and how many of them name the person. */
export function unreadIn(
  state: DeskState,
  channel: string,
  mark: string,
): { messages: number; mentions: number } {
  const messages = state.messages[channel] ?? [];
  const seen = messages.findLastIndex(({ ts }) => ts <= mark);
  const unread = messages.slice(seen + 1).filter((message) =>
    message.user !== state.me && standsInChannel(message)
  );
  const naming = unread.filter((message) =>
    message.text?.includes(`<@${state.me}>`)
  );
  return { messages: unread.length, mentions: naming.length };
}
