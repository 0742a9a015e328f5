import type { CarrierText, Ends, Known, Rules, WorkingOff } from "../ports.ts";
import { type Skip, skip } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { remindInTime } from "../team/arrange_reminder.ts";
import { receiveText } from "../texts/receive_text.ts";
import { LATE, QUIET, SETTLED, SHIFT, SKEW } from "../timing.ts";
import { unlessOut } from "../unless_out.ts";
import { Crowd, type Waiting } from "./crowd.ts";
import { KnownSoon } from "./known_soon.ts";
import { arrangeRun, type LeftOver } from "./left_over.ts";
import { takeTurn } from "./turn.ts";

/** How many texts to a line within a minute make a crowd: Slack takes ten rings a minute, those of other lines too. */
const CROWD = 5;

/** With so many, further rings are likely refused: whoever works off the line stays and looks for more. */
const RUSH = 8;
const MINUTE = 60_000;

/** How many conversations are seen to at once: one more than posts are taken, so that none waits for anything else. */
const SIDE_BY_SIDE = 2;

/** How old a look at the carrier's list may be (milliseconds) while there is work, and when there is none. */
const LOOK = 10_000;
const IDLE = 2_000;

/** Whether more texts come to a line than rings are sure to be taken for. */
export function isCrowd(
  { clock }: Ends,
  texts: CarrierText[],
  least = CROWD,
): boolean {
  const since = clock.now() - MINUTE;
  return texts.filter(({ createdAt }) => createdAt > since).length >= least;
}

/**
 * Shows what has come to a line faster than Slack takes rings, as fast as it takes posts: the conversation that has
 * waited longest first, all its texts together. What one run cannot do it leaves to a next one, which it arranges. Two
 * at once would do each other's work again, so that one does it.
 * @param by what tells this run from others.
 */
export async function workOffLine(
  ends: Ends,
  leftOver: LeftOver,
  by: string,
): Promise<{ left: number } | Skip> {
  const { carrier, clock } = ends;
  const { line, since, seen } = leftOver;
  const end = clock.now() + SHIFT;
  const turn = await takeTurn(ends, leftOver, by);
  if (!turn) return skip("another run works it off");

  const aloneSince = clock.now() + SKEW;
  const crowd = new Crowd(since, seen);
  let isRush = false;
  const look = async () => {
    const texts = await carrier.receivedSince(line, since - QUIET);
    crowd.look(texts);
    isRush = isCrowd(ends, texts, RUSH);
  };
  const known = new KnownSoon(ends, line, crowd);
  let isAlone = true;
  let rules: Rules | null = null;
  const see = async (waiting: Waiting) => {
    const how = isAlone
      ? {
        isDoubtful: waiting.since < aloneSince,
        isInHaste: waiting.since < Infinity,
      }
      : undefined;
    return await unlessOut(async () => {
      const now = await known.of(waiting);
      rules = now.rules;
      return await seeTo(ends, line, now, waiting, how);
    });
  };
  await look();
  await workOff(ends, crowd, look, see, end);
  while (isRush && clock.now() < end) {
    await clock.sleep(IDLE);
    await look();
    await workOff(ends, crowd, look, see, end);
  }
  if (clock.now() < end) {
    isAlone = false;
    // Who was rung for until now may have relied on this run.
    await turn.release();
    await clock.sleep(SETTLED);
    await look();
    await workOff(ends, crowd, look, see, end);
  }
  if (rules) await remindInTime(ends, rules);
  const { left } = crowd;
  const isUnderWay = crowd.seen.length > seen.length;
  const next = `Show texts that wait on ${line}`;
  const goesOn = isRush || left > 0 && isUnderWay;
  if (goesOn) {
    await arrangeRun(ends, next, clock.now(), {
      line,
      since: left > 0 ? since : clock.now() - LATE,
      seen: crowd.seen,
    });
  }
  await turn.end(...(goesOn || seen.length === 0 ? [] : [next]));
  return { left };
}

/** Sees to conversations until none waits, or the shift is over. */
async function workOff(
  { clock }: Ends,
  crowd: Crowd,
  look: () => Promise<void>,
  see: (waiting: Waiting) => Promise<{ isPinDue: boolean } | null>,
  end: number,
): Promise<void> {
  let looked = clock.now();
  const one = async () => {
    while (clock.now() < end) {
      if (clock.now() - looked > LOOK) {
        looked = clock.now();
        await look();
      }
      const waiting = crowd.next();
      if (!waiting) return;
      crowd.note(waiting, await see(waiting));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one));
}

/** Shows what waits in a conversation, behind what is shown for sure, whatever a row says that is a moment old. */
async function seeTo(
  ends: Ends,
  line: E164,
  known: Known,
  { contact, texts, newest, shown }: Waiting,
  workingOff: WorkingOff | undefined,
): Promise<{ isPinDue: boolean }> {
  const { conversation } = known;
  const sids = shown.map(({ sid }) => sid);
  const before = [...new Set([...known.before, ...sids])];
  const received = await receiveText(
    { ...ends, workingOff },
    { sid: newest.sid, contact, line, takenAs: null },
    texts,
    {
      ...known,
      before,
      conversation: conversation && { ...conversation, shown: before },
    },
  );
  return { isPinDue: "isPinDue" in received && received.isPinDue === true };
}
