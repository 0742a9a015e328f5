import { changeWork } from "../places/change_work.ts";
import type { Conversation, Ends, Known, Thread } from "../ports.ts";
import { stateAfterInbound } from "../sms/work.ts";
import { isWaiting } from "../texts/settle_pin.ts";
import { GLANCE } from "../timing.ts";

/**
 * Opens a conversation that is put off or taken for done though its contact waits for an answer: whoever showed the text
 * died before they could. Somebody may be at it at this very moment, who takes the pin off last; so it is looked at
 * again before it is opened. One whose time to come back has come is brought back, which is said in it, and not opened.
 */
export async function openWaiting(
  ends: Ends,
  conversation: Conversation,
  known: Known,
  thread: Thread,
): Promise<void> {
  const { clock, conversations, desk } = ends;
  if (!isForgotten(known, thread, clock.now())) return;
  const { line, contact } = conversation;
  await clock.sleep(3 * GLANCE);
  const now = await conversations.find(line, contact);
  const standing = await desk.thread(conversation);
  if (!isForgotten(now, standing, clock.now())) return;
  await changeWork(ends, line, contact, {
    state: stateAfterInbound(now.work.state),
    backAt: null,
    isHidden: false,
  });
}

function isForgotten(
  { work: { state, backAt } }: Known,
  { messages, pinned }: Thread,
  now: number,
): boolean {
  const isOpen = stateAfterInbound(state) === state;
  const comesBack = backAt !== null && backAt <= now;
  return !isOpen && !comesBack && pinned && isWaiting(messages);
}
