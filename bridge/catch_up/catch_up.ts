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
import { type CarriedOn, type CaughtUp, Shift } from "./shift.ts";

/** After which pause (milliseconds) a catch-up that was cut short goes on: then Slack's minute is over. */
const PAUSE = 60_000;

/** For how long (milliseconds) it goes on though no conversation gets settled: much of one may have been done in each run. */
const PERSISTENCE = 10 * 60_000;

/** The name under which the next run is arranged. */
const ERRAND = "Go on catching up";

/**
 * Makes good what was lost on the way: goes through what the carrier has for each line since it was last settled, then
 * through what stands in the connected channels, and settles every conversation of it. Safe to run at any time and by
 * several at once.
 */
export async function catchUp(
  ends: HourlyEnds,
  before: CarriedOn = { since: ends.clock.now(), done: [] },
): Promise<CaughtUp> {
  const shift = new Shift(ends, before);
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
  await shift.settleLast();
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
      heavy: shift.heavy,
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
