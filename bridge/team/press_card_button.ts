import { changeWork } from "../places/change_work.ts";
import type { Ends } from "../ports.ts";
import { type Skip, skip } from "../refusal.ts";
import { parseConversationKey } from "../sms/conversation.ts";
import { hide } from "./hide.ts";
import { setState } from "./set_state.ts";

/** What a card's buttons without a form can do. */
const DEEDS = ["solve", "open", "hide", "show"] as const;

/**
 * Does what a button on a card asks for. It may be pressed months later, twice, and by anyone in the channel, and what
 * it says can be forged: only a known conversation is changed.
 */
export async function pressCardButton(
  ends: Ends,
  conversation: string,
  deed: string,
  by: string,
): Promise<{ done: string } | Skip> {
  const key = parseConversationKey(conversation);
  const known = key && await ends.conversations.find(key.line, key.contact);
  if (!key || !known?.conversation) {
    return skip("there is no such conversation");
  }
  switch (DEEDS.find((each) => each === deed)) {
    case "solve":
      await setState(ends, known.conversation, { state: "solved" }, by);
      break;
    case "open":
      await setState(ends, known.conversation, { state: "open" }, by);
      break;
    case "hide":
      await hide(ends, known.conversation, known);
      break;
    case "show":
      await changeWork(ends, key.line, key.contact, { isHidden: false });
      break;
    default:
      return skip("a button that is not known");
  }
  return { done: deed };
}
