import type { Ledger, Wish } from "./ledger.ts";
import type { LoggedText, Picture, Reply } from "./picture.ts";
import { kindOf } from "./seen_in_slack.ts";

/** What can be seen of a wish, or of several wishes for the very same text. */
export interface Outcome {
  wishes: Wish[];
  /** What the carrier took, oldest first. */
  texts: LoggedText[];
  /** The messages in the thread that were texted: what was typed there, or the app's copy. */
  shown: Reply[];
  /** The same in a thread whose card was deleted: nobody looks after those any more. */
  lost: Reply[];
}

/** Brings together what people wanted, what the carrier has, and what stands in the threads. */
export function outcomes(ledger: Ledger, picture: Picture): Outcome[] {
  const found = new Map<string, Outcome>();
  for (const wish of ledger.wishes) {
    const key = keyOf(wish);
    const outcome = found.get(key) ?? {
      wishes: [],
      texts: [],
      shown: [],
      lost: [],
    };
    outcome.wishes.push(wish);
    found.set(key, outcome);
  }
  for (const text of picture.log) {
    if (text.inbound) continue;
    const { from: line, to: contact, body } = text;
    found.get(keyOf({ line, contact, body }))?.texts.push(text);
  }
  for (const reply of picture.replies) {
    const { card, message } = reply;
    const { line, contact } = card;
    const outcome = found.get(keyOf({ line, contact, body: message.text }));
    if (!outcome || !isOutgoing(reply, outcome)) continue;
    const isLost = card.isLost && !card.isDirect;
    (isLost ? outcome.lost : outcome.shown).push(reply);
  }
  return [...found.values()];
}

function keyOf(
  { line, contact, body }: Pick<Wish, "line" | "contact" | "body">,
): string {
  return `${line} ${contact} ${body}`;
}

function isOutgoing({ message }: Reply, { wishes }: Outcome): boolean {
  return kindOf(message) === "clerk_departure" ||
    wishes.some(({ typed }) => typed?.ts === message.ts);
}
