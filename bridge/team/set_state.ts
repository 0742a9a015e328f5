import { changeWork } from "../places/change_work.ts";
import type { Conversation, Ends, Known } from "../ports.ts";
import type { State, Work } from "../sms/work.ts";
import { unlessOut } from "../unless_out.ts";
import { remindBy } from "./arrange_reminder.ts";
import { keepInMind } from "./keep_in_mind.ts";

/** A state, and until when (milliseconds) a conversation is put off in it. */
export interface NewState {
  state: State;
  backAt?: number | null;
}

/**
 * Brings a conversation into another state. One that is put off or done waits for nobody: its pin goes. One that is put
 * off until a moment comes back then; one that is solved is closed some days later.
 * @param besides what else changes with it, in the same stroke.
 * @param meanwhile what else is to be done once it is written.
 * @returns the team's side as it is by then.
 */
export async function setState(
  ends: Ends,
  conversation: Conversation,
  { state, backAt = null }: NewState,
  by: string | null,
  besides: Partial<Work> = {},
  justRead?: Known,
  meanwhile?: () => Promise<void>,
): Promise<Work> {
  const { line, contact } = conversation;
  const rests = state !== "new" && state !== "open";
  const keep = () => keepInMind(ends, conversation, { state, backAt });
  // It is kept in mind before it is so, and forgotten after: a run that dies between must not have it rest for ever.
  if (backAt !== null) await keep();
  const changes = { ...besides, state, backAt };
  const work = await changeWork(
    ends,
    line,
    contact,
    changes,
    justRead,
    async () => {
      await Promise.all([
        backAt === null ? keep() : arrangeBack(ends, backAt, justRead),
        rests ? ends.desk.unpin(conversation) : undefined,
        meanwhile?.(),
      ]);
    },
  );
  // Of two at the same moment one may be the last to be known, and the other the last to be kept in mind.
  const isOvertaken = work.state !== state || work.backAt !== backAt;
  if (isOvertaken) await keepInMind(ends, conversation, work);
  console.log(`${state} by ${by ?? "a workflow"}`);
  return work;
}

/** Has a run begin when a conversation comes back; without one the hourly catch-up brings it back. */
async function arrangeBack(
  ends: Ends,
  backAt: number,
  justRead: Known | undefined,
): Promise<void> {
  await unlessOut(async () => {
    const rules = justRead?.rules ?? await ends.conversations.rules();
    await remindBy(ends, rules, backAt);
  });
}
