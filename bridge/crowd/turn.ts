import type { Ends } from "../ports.ts";
import { SETTLED, SHIFT, SKEW } from "../timing.ts";
import { unlessOut } from "../unless_out.ts";
import { arrangeRun, type LeftOver } from "./left_over.ts";

/** From when on another run may work off the line, should this one have died (milliseconds). */
const TURN = SHIFT + 10_000;

/** A run's turn to work off a line: who is rung for meanwhile relies on it. */
export interface Turn {
  /** Has others work again. */
  release(): Promise<void>;
  /** Calls off what would go on if the run had died, and other errands. */
  end(...errands: string[]): Promise<void>;
}

/**
 * Takes the turn. Should the run die, another one goes on when the turn is over: that is arranged before anybody can rely
 * on it.
 * @param by what tells this run from others.
 * @returns null when another run has it.
 */
export async function takeTurn(
  ends: Ends,
  leftOver: LeftOver,
  by: string,
): Promise<Turn | null> {
  const { clock, conversations, errands } = ends;
  const { line } = leftOver;
  const spare = `Show texts that are left by ${by}`;
  const spares = [spare, ...(leftOver.spare ? [leftOver.spare] : [])];
  const end = async (...others: string[]) => {
    await unlessOut(() => errands.callOff(...spares, ...others));
  };
  const workedOff = async () =>
    (await conversations.openings([line]))[0]?.workedOff;

  if (leftOver.spare && clock.now() < ((await workedOff())?.until ?? 0)) {
    await end();
    return null;
  }
  const until = clock.now() + TURN;
  await unlessOut(() =>
    arrangeRun(ends, spare, until + SKEW, { ...leftOver, spare })
  );
  await conversations.saveWorkedOff(line, { by, until });
  await clock.sleep(SETTLED);
  if ((await workedOff())?.by !== by) {
    await end();
    return null;
  }
  const release = () => conversations.saveWorkedOff(line, { by, until: 0 });
  return { release, end };
}
