import { hintAtOptOut } from "../consent/hint_at_opt_out.ts";
import type { CarrierText, HourlyEnds } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { parseConversationKey } from "../sms/conversation.ts";
import type { E164 } from "../sms/e164.ts";
import { settleConversation } from "./settle_conversation.ts";

/** How long a catch-up works (milliseconds): it ends by itself before Slack ends it, and the next one goes on. */
const SHIFT = 30_000;

/** How many conversations one run settles: half of Slack's rates are left to what is texted meanwhile. */
const AT_A_TIME = 8;

/** How a conversation is named to the next run, and how many are: what it takes as words has an end. */
const TAIL = 4;
const CONTACT_TAIL = 10;
const MOST = 260;

/** What the runs of a catch-up before this one have done. */
export interface CarriedOn {
  /** When the first of them began (milliseconds). */
  since: number;
  /** The conversations that they have settled. */
  done: string[];
  /** The one that the last of them began with, and for which Slack's minute was not enough: now the others come first. */
  heavy?: string;
}

/** What a catch-up did. */
export interface CaughtUp {
  settled: number;
  /** Conversations that an outage, or the end of the shift, left to the next catch-up. */
  left: number;
}

/** One catch-up's time, and what it has done with it. */
export class Shift {
  readonly tally: CaughtUp = { settled: 0, left: 0 };
  /** When (milliseconds) something was last texted in conversations, by their keys. */
  readonly sentAt = new Map<string, number>();
  /** Whether there was no time for everything, or Slack asked for patience. */
  isCutShort = false;
  /** The conversation that it began with, where it took more calls than Slack allows in a minute. */
  heavy = "";
  readonly #end: number;
  readonly #met = new Set<string>();
  readonly #done: Set<string>;
  #last?: () => Promise<boolean>;

  constructor(
    private readonly ends: HourlyEnds,
    private readonly before: CarriedOn,
  ) {
    this.#end = ends.clock.now() + SHIFT;
    this.#done = new Set(before.done);
  }

  /** What is settled, by its names. */
  get done(): string[] {
    return [...this.#done].slice(-MOST);
  }

  /** Settles a conversation, by its key, unless that has been done. @returns whether it is settled. */
  async settle(key: string, texts?: CarrierText[]): Promise<boolean> {
    const parsed = parseConversationKey(key);
    if (!parsed || this.#met.has(key)) return true;
    const { line, contact } = parsed;
    const name = line.slice(-TAIL) + contact.slice(-CONTACT_TAIL);
    if (this.#done.has(name)) return true;
    if (this.tally.settled >= AT_A_TIME) {
      this.isCutShort = true;
      return false;
    }
    this.#met.add(key);
    const settle = () => this.#settle({ line, contact }, name, texts);
    if (name !== this.before.heavy) return await settle();
    // How far its line is settled is known to the run that finds it done.
    this.isCutShort = true;
    this.#last = settle;
    return false;
  }

  /** Settles what the others were to come before. */
  async settleLast(): Promise<void> {
    if (this.tally.settled < AT_A_TIME) await this.#last?.();
  }

  async #settle(
    { line, contact }: { line: E164; contact: E164 },
    name: string,
    texts?: CarrierText[],
  ): Promise<boolean> {
    const isFirst = this.tally.settled + this.tally.left === 0;
    const isSettled = await this.attempt(async () => {
      await settleConversation(this.ends, line, contact, texts);
      await hintAtOptOut(this.ends, line, contact, texts ?? []);
    });
    if (isSettled) {
      this.tally.settled++;
      this.#done.add(name);
    } else {
      this.tally.left++;
      if (isFirst && this.isCutShort) this.heavy = name;
    }
    return isSettled;
  }

  /** Does what can be done now; false when an end cannot, or the shift is over. One must not hold up the others. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    if (this.ends.clock.now() > this.#end) {
      this.isCutShort = true;
      return false;
    }
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      if (error.isHasty) this.isCutShort = true;
      console.error(`left to the next catch-up: ${error.message}`);
      return false;
    }
  }
}
