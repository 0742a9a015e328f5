import { VirtualClock } from "../support/virtual_clock.ts";
import { Chance } from "./chance.ts";
import { type Death, OneDeath } from "./one_death.ts";
import { Stage } from "./stage.ts";
import { Trace } from "./trace.ts";

/** A world in which nothing goes wrong but what is to: one line, a few phones, and one run that dies, or none. */
export interface SmallWorld {
  stage: Stage;
  clock: VirtualClock;
  fates: OneDeath;
}

/** What is wrong when such a world has come to rest, and how many calls there were in which a run could have died. */
export interface Course {
  wrongs: string[];
  calls: number;
}

/** Opens a small world, lives in it and closes it. @param live gives what is wrong in the end. */
export async function liveInSmallWorld(
  phones: number,
  death: Death | undefined,
  live: (world: SmallWorld) => Promise<string[]>,
): Promise<Course> {
  const clock = new VirtualClock();
  const fates = new OneDeath(death);
  const stage = await Stage.open({
    seed: 1,
    clock,
    trace: new Trace(clock),
    chance: new Chance(1),
    calls: fates,
    runs: fates,
    deliveries: () => [30],
    lines: 1,
    phones,
  });
  try {
    const wrongs = await live({ stage, clock, fates });
    return { wrongs, calls: fates.calls };
  } finally {
    await stage.close();
  }
}
