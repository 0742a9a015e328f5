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

/** Who no longer wants texts from which line. */
export class OptOuts {
  readonly #pairs: Collection<{ line: string; phone: string }>;

  constructor(store: Store) {
    this.#pairs = store.collection("carrier_opt_outs");
  }

  has(line: string, phone: string): boolean {
    return this.#pairs.get(`${line}:${phone}`) !== undefined;
  }

  /** Acts on a keyword, and gives the carrier's own answer to it, if there is one. */
  hear(line: string, phone: Phone, body: string): string | undefined {
    if (!isNorthAmerican(line)) return undefined;
    const word = body.trim().toUpperCase();
    const key = `${line}:${phone.number}`;
    const isOut = this.has(line, phone.number) || phone.state === "opted_out";
    if (STOP.has(word) && !isOut) {
      this.#pairs.put(key, { line, phone: phone.number });
      return GOODBYE;
    }
    if (START.has(word) && isOut) {
      this.#pairs.delete(key);
      if (phone.state === "opted_out") phone.state = "on";
      return WELCOME;
    }
    return HELP.has(word) ? ADVICE : undefined;
  }
}
