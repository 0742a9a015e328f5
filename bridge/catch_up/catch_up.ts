import { hintAtOptOut } from "../consent/hint_at_opt_out.ts";
import { resumeImport } from "../contacts/resume_import.ts";
import { renewShortcuts } from "../lines/renew_shortcuts.ts";
import { countUsage } from "../plan/count_usage.ts";
import { LinesRecord } from "../plan/lines_record.ts";
import type {
  CarrierText,
  ConnectedChannel,
  HourlyEnds,
  Line,
} from "../ports.ts";
import { Outage } from "../refusal.ts";
import { parseConversationKey } from "../sms/conversation.ts";
import { giveUpWaiting } from "../texts/take_answer.ts";
import { MARK_ERRAND } from "../texts/watch_text.ts";
import { AFTERMATH, RUN_LIFE, SKEW } from "../timing.ts";
import { closeSolved, dueToClose } from "./close_solved.ts";
import { comeBack } from "./come_back.ts";
import { keepChannels } from "./keep_channels.ts";
import { keepDirects } from "./keep_directs.ts";
import { keepQueue } from "./keep_queue.ts";
import { nudge } from "./nudge.ts";
import { settleChannel } from "./settle_channel.ts";
import { settleConversation } from "./settle_conversation.ts";

/** How long a catch-up works (milliseconds): it ends by itself before Slack ends it, and the next one goes on. */
const SHIFT = 30_000;

/** How many conversations one run settles: half of Slack's rates are left to what is texted meanwhile. */
const AT_A_TIME = 8;

/** After which pause (milliseconds) a catch-up that was cut short goes on: then Slack's minute is over. */
const PAUSE = 60_000;

/** For how long (milliseconds) it goes on though no conversation gets settled: much of one may have been done in each run. */
const PERSISTENCE = 10 * 60_000;

/** The name under which the next run is arranged. */
const ERRAND = "Go on catching up";

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
}

/** What a catch-up did. */
export interface CaughtUp {
  settled: number;
  /** Conversations that an outage, or the end of the shift, left to the next catch-up. */
  left: number;
}

/**
 * Makes good what was lost on the way: goes through what the carrier has for each line since it was last settled, then
 * through what stands in the connected channels, and settles every conversation of it. Safe to run at any time and by
 * several at once.
 */
export async function catchUp(
  ends: HourlyEnds,
  before: CarriedOn = { since: ends.clock.now(), done: [] },
): Promise<CaughtUp> {
  const shift = new Shift(ends, before.done);
  const record = new LinesRecord(ends);
  const lines = await ends.lines.all();
  const since = Math.min(...lines.map(({ settledUntil }) => settledUntil));
  for (const line of lines) {
    await shift.attempt(() =>
      settleLine(ends, line, shift, before.since, record)
    );
  }
  const met = new Set<string>();
  let channels: string[] = [];
  let rows: ConnectedChannel[] = [];
  await shift.attempt(async () => {
    const numbers = lines.map(({ number }) => number);
    rows = await ends.channels.all();
    channels = await keepChannels(ends, numbers, rows);
  });
  for (const channel of channels) {
    await shift.attempt(async () => {
      for (const key of await settleChannel(ends, channel, since)) met.add(key);
    });
  }
  await shift.attempt(async () => {
    for (const key of await keepDirects(ends, rows)) met.add(key);
  });
  for (const key of met) await shift.settle(key);
  await shift.attempt(() => resumeImport(ends));
  // What they were to do is done by now, or has just been.
  await shift.attempt(() => ends.errands.callOff(MARK_ERRAND));
  const agenda = await ends.lines.agenda(ends.clock.now());
  await shift.attempt(() => keepQueue(ends, agenda, shift.sentAt));
  for (const due of agenda.back) await shift.attempt(() => comeBack(ends, due));
  await shift.attempt(async () => {
    for (const solved of await dueToClose(ends, agenda.solved)) {
      await shift.attempt(() => closeSolved(ends, solved));
    }
  });
  for (const waiting of agenda.unanswered) {
    await shift.attempt(() => giveUpWaiting(ends, waiting));
  }
  await shift.attempt(async () => {
    const rules = await ends.conversations.rules();
    await shift.attempt(() => renewShortcuts(ends, rules));
    await shift.attempt(() => countUsage(ends, rules, agenda.lines, record));
    await shift.attempt(() => nudge(ends, rules, agenda.nextBack));
  });
  const { done } = shift;
  const isStuck = done.length === before.done.length;
  const goesOn = !isStuck ||
    shift.tally.left > 0 && ends.clock.now() - before.since < PERSISTENCE;
  if (shift.isCutShort && goesOn) {
    await ends.errands.arrange("catch_up", ERRAND, ends.clock.now() + PAUSE, {
      since: String(before.since),
      done: done.join(" "),
    });
  } else if (before.done.length > 0) {
    await ends.errands.callOff(ERRAND);
  }
  return shift.tally;
}

async function settleLine(
  ends: HourlyEnds,
  line: Line,
  shift: Shift,
  begun: number,
  record: LinesRecord,
): Promise<void> {
  const { number } = line;
  const since = line.settledUntil - RUN_LIFE;
  const received = (await record.textsOf(number, since))
    .filter(({ inbound }) => inbound);
  const sent = (await record.textsOf(number, record.at - AFTERMATH))
    .filter(({ inbound }) => !inbound);
  const texts = new Map<string, CarrierText[]>();
  for (const text of [...received, ...sent]) {
    const contact = text.inbound ? text.from : text.to;
    const key = `${number}:${contact}`;
    texts.set(key, [...texts.get(key) ?? [], text]);
  }
  // What is younger than a run may still be shown by its own; the next catch-up looks at it again.
  let settledUntil = begun - RUN_LIFE - 2 * SKEW;
  for (const [key, ofConversation] of texts) {
    const sent = ofConversation.filter(({ inbound }) => !inbound);
    if (sent.length > 0) {
      const at = Math.max(...sent.map(({ createdAt }) => createdAt));
      shift.sentAt.set(key, at);
    }
    if (await shift.settle(key, ofConversation)) continue;
    const oldest = ofConversation.map(({ createdAt }) => createdAt);
    settledUntil = Math.min(settledUntil, line.settledUntil, ...oldest);
  }
  await ends.lines.save({ ...line, settledUntil });
}

/** One catch-up's time, and what it has done with it. */
class Shift {
  readonly tally: CaughtUp = { settled: 0, left: 0 };
  /** When (milliseconds) something was last texted in conversations, by their keys. */
  readonly sentAt = new Map<string, number>();
  /** Whether there was no time for everything, or Slack asked for patience. */
  isCutShort = false;
  readonly #end: number;
  readonly #met = new Set<string>();
  readonly #done: Set<string>;

  /** @param done what has been settled before, by its names. */
  constructor(private readonly ends: HourlyEnds, done: string[]) {
    this.#end = ends.clock.now() + SHIFT;
    this.#done = new Set(done);
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
    const isSettled = await this.attempt(async () => {
      await settleConversation(this.ends, line, contact, texts);
      await hintAtOptOut(this.ends, line, contact, texts ?? []);
    });
    this.#met.add(key);
    if (isSettled) {
      this.tally.settled++;
      this.#done.add(name);
    } else this.tally.left++;
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
