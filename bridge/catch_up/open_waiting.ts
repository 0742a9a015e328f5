import { changeWork } from "../places/change_work.ts";
import type { Conversation, Ends, Known, Thread } from "../ports.ts";
import { stateAfterInbound } from "../sms/work.ts";
import { isWaiting } from "../texts/settle_pin.ts";
import { GLANCE } from "../timing.ts";

/**
 * Opens a conversation that is put off or taken for done though its contact waits for an answer: whoever showed the text
 * died before they could. Somebody may be at it at this very moment, who takes the pin off last; so it is looked at
 * again before it is opened.
 */
export async function openWaiting(
  ends: Ends,
  conversation: Conversation,
  known: Known,
  thread: Thread,
): Promise<void> {
  if (!isForgotten(known, thread)) return;
  const { line, contact } = conversation;
  await ends.clock.sleep(3 * GLANCE);
  const now = await ends.conversations.find(line, contact);
  if (!isForgotten(now, await ends.desk.thread(conversation))) return;
  await changeWork(ends, line, contact, {
    state: stateAfterInbound(now.work.state),
    backAt: null,
    isHidden: false,
  });
}

function isForgotten({ work }: Known, { messages, pinned }: Thread): boolean {
  const isOpen = stateAfterInbound(work.state) === work.state;
  return !isOpen && pinned && isWaiting(messages);
}
