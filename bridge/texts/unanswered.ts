import { hasLeft, mirrorsOf } from "../outgoing.ts";
import type { ThreadMessage } from "../ports.ts";
import { compareTs } from "../sms/place.ts";

/** Whether the last word of a thread is the contact's. */
export function isWaiting(messages: ThreadMessage[]): boolean {
  return unanswered(messages).length > 0;
}

/** The contact's texts that nobody has answered. What was typed before one came is no answer to it, wherever it was copied to since. */
export function unanswered(messages: ThreadMessage[]): ThreadMessage[] {
  const last = messages.filter(hasLeft).map(typedAt).sort(compareTs).at(-1);
  return messages.filter(({ sid, ts }) =>
    sid !== null && (last === undefined || compareTs(ts, last) > 0)
  );
}

/** The `ts` of what somebody typed: of a `send` line's copy, the line's. */
function typedAt(message: ThreadMessage): string {
  return mirrorsOf(message)[0]?.ts ?? message.ts;
}
