import { changeWork } from "./change_work.ts";
import type { Conversation, Ends } from "./ports.ts";
import type { State } from "./sms/work.ts";

/** A state, and until when (milliseconds) a conversation is put off in it. */
export interface NewState {
  state: State;
  backAt?: number | null;
}

/**
 * Brings a conversation into another state. One that is put off or done waits for nobody: its pin goes. One that is put
 * off until a moment comes back then; one that is solved is closed some days later.
 */
export async function setState(
  ends: Ends,
  conversation: Conversation,
  { state, backAt = null }: NewState,
  by: string | null,
): Promise<void> {
  const { line, contact } = conversation;
  const rests = state !== "new" && state !== "open";
  await (state === "solved"
    ? ends.lines.saveSolved(line, contact, ends.clock.now())
    : ends.lines.putOff(line, contact, backAt));
  await changeWork(ends, line, contact, { state, backAt });
  if (rests) await ends.desk.unpin(conversation);
  console.log(`${state} by ${by ?? "a workflow"}`);
}
