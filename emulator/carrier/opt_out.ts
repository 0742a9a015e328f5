import type { Collection, Store } from "../store.ts";
import { isNorthAmerican, type Phone } from "./phone.ts";

/**
 * Whole body, any case; this is what long codes in the US and Canada do by default.
 * https://help.twilio.com/articles/223134027
 */
const STOP = new Set(
  "STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT".split(" "),
);
const START = new Set("START UNSTOP YES".split(" "));
const HELP = new Set("HELP INFO".split(" "));

const GOODBYE =
  "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.";
const WELCOME =
  "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
const ADVICE = "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";

/** What the carrier takes a text as, in the words of its webhooks. */
export type OptOutType = "STOP" | "START" | "HELP";

/** Further words of a line's own, in any case and language. */
export type OwnWords = Partial<Record<OptOutType, string[]>>;

/** What the carrier makes of a text. */
interface Heard {
  /** Told to the webhook only for a line with Advanced Opt-Out. */
  type: OptOutType | null;
  /** The carrier's own answer, if there is one. */
  reply?: string;
}

/** Who no longer wants texts from which line. */
export class OptOuts {
  readonly #pairs: Collection<{ line: string; phone: string }>;
  readonly #ownWords: Collection<OwnWords>;

  constructor(store: Store) {
    this.#pairs = store.collection("carrier_opt_outs");
    this.#ownWords = store.collection("carrier_opt_out_words");
  }

  /**
   * Switches Advanced Opt-Out on for a line, as for a number in a Messaging Service that has it. The usual words stay.
   * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
   */
  setOwnWords(line: string, words: OwnWords): void {
    this.#ownWords.put(line, words);
  }

  has(line: string, phone: string): boolean {
    return this.#pairs.get(`${line}:${phone}`) !== undefined;
  }

  /** Acts on a keyword. */
  hear(line: string, phone: Phone, body: string): Heard {
    const own = this.#ownWords.get(line);
    const type = isNorthAmerican(line) || own
      ? typeOf(body.trim().toUpperCase(), own)
      : null;
    return {
      type: own ? type : null,
      reply: this.#answer(line, phone, type),
    };
  }

  #answer(
    line: string,
    phone: Phone,
    type: OptOutType | null,
  ): string | undefined {
    const key = `${line}:${phone.number}`;
    const isOut = this.has(line, phone.number) || phone.state === "opted_out";
    if (type === "STOP" && !isOut) {
      this.#pairs.put(key, { line, phone: phone.number });
      return GOODBYE;
    }
    if (type === "START" && isOut) {
      this.#pairs.delete(key);
      if (phone.state === "opted_out") phone.state = "on";
      return WELCOME;
    }
    return type === "HELP" ? ADVICE : undefined;
  }
}

function typeOf(word: string, own: OwnWords = {}): OptOutType | null {
  const is = (type: OptOutType, usual: Set<string>) =>
    usual.has(word) || own[type]?.some((each) => each.toUpperCase() === word);
  if (is("STOP", STOP)) return "STOP";
  if (is("START", START)) return "START";
  return is("HELP", HELP) ? "HELP" : null;
}
