import type { JournalEntry } from "../../emulator/journal.ts";

/** A call that the app made in one of its runs, and the round it belongs to. */
export interface RoundedCall extends JournalEntry {
  /** Counts from 1: how many rounds one after the other it takes to have this call answered. */
  round: number;
}

/** `handle_inbound Fx0…`: a function's name and its execution. People and webhooks are called otherwise. */
const RUN = /^\w+ Fx\w+$/;

/**
 * Sorts the app's calls into rounds. A round is a largest set of calls of one run that overlap: what starts before any
 * of them has ended belongs to it. A run that begins after another has ended goes on counting from there.
 */
export function rounds(entries: JournalEntry[]): RoundedCall[] {
  const runs = Map.groupBy(
    entries.filter(({ caller }) => RUN.test(caller)),
    ({ caller }) => caller,
  );
  const sorted: RoundedCall[] = [];
  for (const calls of runs.values()) {
    const begin = calls[0]?.start ?? 0;
    const before = sorted.filter((each) => endOf(each) <= begin);
    let round = Math.max(0, ...before.map((each) => each.round));
    let firstEnd = -Infinity;
    for (const call of calls) {
      if (call.start >= firstEnd) {
        round++;
        firstEnd = Infinity;
      }
      firstEnd = Math.min(firstEnd, endOf(call));
      sorted.push({ ...call, round });
    }
  }
  return sorted;
}

function endOf({ end }: JournalEntry): number {
  return end ?? Infinity;
}
