import { changeWork } from "../places/change_work.ts";
import type { Conversation, Ends, Known, Thread } from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { stateAfterInbound } from "../sms/work.ts";
import { isWaiting } from "../texts/unanswered.ts";
import { GLANCE, LOOKED_THROUGH } from "../timing.ts";

/**
 * Sees to a conversation that is put off or taken for done, and pinned all the same. Where its contact waits for an
 * answer, whoever showed the text died before they could open it: it is opened. Where they have not texted for long,
 * whoever put it off could not take the pin off: it goes. Somebody may be at it at this very moment, who does so last;
 * so it is looked at again first. One whose time to come back has come is brought back, which is said in it.
 */
export async function openWaiting(
  ends: Ends,
  conversation: Conversation,
  known: Known,
  thread: Thread,
): Promise<void> {
  const { clock, conversations, desk } = ends;
  const lack = lackOf(known, thread, clock.now());
  if (!lack) return;
  const { line, contact } = conversation;
  await clock.sleep(3 * GLANCE);
  const now = await conversations.find(line, contact);
  const standing = await desk.thread(conversation);
  if (lackOf(now, standing, clock.now()) !== lack) return;
  if (lack === "its pin is left") return void await desk.unpin(conversation);
  await changeWork(ends, line, contact, {
    state: stateAfterInbound(now.work.state),
    backAt: null,
    isHidden: false,
  });
}

function lackOf(
  { work: { state, backAt } }: Known,
  { messages, pinned }: Thread,
  now: number,
): "it is not open" | "its pin is left" | null {
  const isOpen = stateAfterInbound(state) === state;
  const comesBack = backAt !== null && backAt <= now;
  if (isOpen || comesBack || !pinned) return null;
  const hasTexted = messages.some(({ sid, ts }) =>
    sid !== null && now - tsToMs(ts) < LOOKED_THROUGH
  );
  if (!hasTexted) return "its pin is left";
  return isWaiting(messages) ? "it is not open" : null;
}
