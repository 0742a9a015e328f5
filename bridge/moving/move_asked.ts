import type { Conversation, Ends, Known, Spot } from "../ports.ts";
import { Refusal, type Skip, skip } from "../refusal.ts";
import { parseConversationKey } from "../sms/conversation.ts";
import { CHOSEN_MARK } from "../sms/status.ts";
import { createChannel } from "./create_channel.ts";
import { moveBack } from "./move_back.ts";

/** What a button about a conversation's place asks for. */
export interface MoveWish {
  conversation: string;
  deed: string;
  by: string;
  /** The message with the button: a card, or a question. */
  at: Spot;
}

/**
 * Moves a conversation, or leaves it, as a button asks. It may be pressed months later, twice, and by anyone in the
 * channel, and what it says can be forged: only a known conversation is moved. A question is answered once.
 */
export async function moveAsked(
  ends: Ends,
  { conversation, deed, by, at }: MoveWish,
): Promise<{ done: string } | Skip> {
  const { conversations, desk } = ends;
  const key = parseConversationKey(conversation);
  const known = key && await conversations.find(key.line, key.contact);
  if (!known?.conversation) return skip("there is no such conversation");
  const tell = (sentence: string) =>
    desk.tell({ channel: at.channel }, by, sentence);
  const isQuestion = await desk.isOpenQuestion(at);
  if (isQuestion && await desk.claim(at, CHOSEN_MARK) !== "won") {
    await tell("Somebody has chosen already.");
    return skip("the question has been answered");
  }
  try {
    const current = { ...known, conversation: known.conversation };
    const said = await does(ends, current, deed, by);
    if (!said) return skip("a button that is not known");
    if (isQuestion) await desk.answerQuestion(at, said.answer);
    else if (said.whisper) await tell(said.whisper);
    return { done: deed };
  } catch (error) {
    if (isQuestion) await desk.unmark(at, CHOSEN_MARK);
    if (!(error instanceof Refusal)) throw error;
    await tell(error.sentence);
    return skip(error.reason);
  }
}

/** Does what is asked for. @returns what is said of it: as the answer to a question, and to whoever asked alone. */
async function does(
  ends: Ends,
  known: Known & { conversation: Conversation },
  deed: string,
  by: string,
): Promise<{ answer: string; whisper?: string } | null> {
  switch (deed) {
    case "create_channel": {
      const { place, isNew } = await createChannel(ends, known, by);
      const answer =
        `<@${by}> has given it a channel again: <#${place.channel}>.`;
      if (isNew) return { answer };
      const whisper = "This conversation has a channel of its own already.";
      await ends.desk.invite(place.channel, [by]);
      return { answer, whisper };
    }
    case "move_back":
      await moveBack(ends, known);
      return { answer: `<@${by}> has moved it.` };
    case "keep_here":
      return { answer: `📌 Kept here by <@${by}>.` };
  }
  return null;
}
