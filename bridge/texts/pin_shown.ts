import type {
  CarrierText,
  Conversation,
  Ends,
  ThreadMessage,
} from "../ports.ts";
import { settlePin } from "./settle_pin.ts";
import { threadOf } from "./settle_thread.ts";

/** What became of a card's pin, and what was seen of its thread on the way. */
interface PinnedCard {
  pinned: "added" | "already" | "full" | "gone" | "later";
  seen: ThreadMessage[] | null;
}

/**
 * Pins the card of texts that have just been shown. Of two runs that show the same at the same moment, one at least
 * finds the pin already there, and must look at the thread. Where nobody has answered yet it is there as a rule: then
 * the thread, which tells of it too, is looked at first.
 */
export async function pinShown(
  ends: Ends,
  conversation: Conversation,
  texts: CarrierText[],
): Promise<PinnedCard> {
  const { desk, workingOff } = ends;
  if (conversation.isNew && !workingOff) {
    const { pinned, messages } = await threadOf(ends, conversation, texts);
    if (pinned) return { pinned: "already", seen: messages };
  }
  const pinned = await desk.pin(conversation, workingOff?.isInHaste);
  return { pinned, seen: null };
}

/**
 * Pins a card whose texts another run has shown, unless they have been answered since.
 * @param shown what was seen in the thread; what that run has taken away again since goes from it.
 */
export async function pinWhereDue(
  ends: Ends,
  conversation: Conversation,
  shown: Set<string>,
): Promise<PinnedCard> {
  const thread = await ends.desk.thread(conversation);
  for (const sid of shown) {
    const stands = conversation.shown.includes(sid) ||
      thread.messages.some((message) => message.sid === sid);
    if (!stands) shown.delete(sid);
  }
  const pin = await settlePin(ends, conversation, thread, []);
  return { pinned: pin === "in line" ? "already" : pin, seen: null };
}
