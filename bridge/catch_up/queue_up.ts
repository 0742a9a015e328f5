import { hasLeft } from "../outgoing.ts";
import type { Ends, Place, ThreadMessage } from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { unanswered } from "../texts/unanswered.ts";

/**
 * Remembers that a conversation waits for whose pin there is no room: then catch-up pins it as soon as those who have
 * waited longer are answered.
 * @param messages what stands in its place lately.
 */
export async function queueUp(
  { clock, lines }: Ends,
  { line, contact }: Pick<Place, "line" | "contact">,
  messages: ThreadMessage[],
): Promise<void> {
  const lately = waitsSince(messages) ?? clock.now();
  const before = await lines.queued(line, contact);
  const goesOn = before && !before.wasPinned &&
    !messages.some((each) => hasLeft(each) && tsToMs(each.ts) > before.since);
  const since = goesOn ? Math.min(before.since, lately) : lately;
  await lines.saveQueued({ line, contact, since, wasPinned: false });
}

/** Since when (milliseconds) a contact waits by what stands in their place; null where nothing of theirs is unanswered. */
export function waitsSince(messages: ThreadMessage[]): number | null {
  const [first] = unanswered(messages);
  return first ? tsToMs(first.ts) : null;
}
