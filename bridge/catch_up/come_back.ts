import { changeWork } from "../places/change_work.ts";
import { isLost, leaveLost } from "../places/leave_lost.ts";
import type { Conversation, Ends, Place } from "../ports.ts";
import { keepInMind } from "../team/keep_in_mind.ts";
import { queueUp } from "./queue_up.ts";

/**
 * Brings back a conversation that was put off until now: it is open and pinned again, and its thread says so. Whoever
 * dies on the way is made good by the next: it is forgotten last.
 */
export async function comeBack(
  ends: Ends,
  { line, contact }: Pick<Place, "line" | "contact">,
): Promise<void> {
  const { clock, conversations, desk, lines } = ends;
  const { conversation, work } = await conversations.find(line, contact);
  const { backAt, assignees } = work;
  const now = clock.now();
  const isDue = backAt !== null && backAt <= now;
  if (conversation && isDue) {
    const place = await pinAgain(ends, conversation);
    await desk.remark(
      place,
      `⏰ ${
        assignees.map((id) => `<@${id}> `).join("")
      }This conversation was put off until now.`,
      { name: `put off until ${backAt}`, since: backAt },
    );
    await changeWork(ends, line, contact, {
      state: "open",
      backAt: null,
      cameBackAt: clock.now(),
    });
    await lines.putOff(line, contact, null);
  } else if (conversation) await keepInMind(ends, conversation, work);
  else {
    // Its card is deleted, and the next one has to wait for nothing.
    const open = { state: "open", backAt: null, cameBackAt: now } as const;
    if (isDue) await conversations.saveWork(line, contact, open);
    await lines.putOff(line, contact, null);
  }
}

/** Pins it where it is; one whose direct channel is lost goes home. @returns where it is now. */
async function pinAgain(
  ends: Ends,
  conversation: Conversation,
): Promise<Conversation> {
  try {
    const pin = await ends.desk.pin(conversation);
    if (pin === "full") await queueUp(ends, conversation, []);
    return conversation;
  } catch (error) {
    if (!conversation.direct || !isLost(conversation, error)) throw error;
    return await pinAgain(ends, await leaveLost(ends, conversation));
  }
}
