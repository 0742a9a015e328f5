/**
 * One of the processes of the exhaustive pass: `exhaustive_worker.ts FIRST STEP [WORDS]`; takes each STEP-th death of the
 * journeys with these words in their names.
 */
import { JOURNEYS } from "./journeys.ts";
import { type Death, OneDeath } from "./one_death.ts";
import { runJourney } from "./run_journey.ts";
import { report } from "./side_by_side.ts";

const [first = 0, step = 1] = Deno.args.map(Number);
const [, , words = ""] = Deno.args;
let number = 0;
for (const [name, journey] of Object.entries(JOURNEYS)) {
  if (!name.includes(words)) continue;
  const peaceful = new OneDeath();
  const whole = await runJourney(name, journey, peaceful);
  if (first === 0) await report(whole);
  for (const death of deaths(peaceful.calls)) {
    if (number++ % step !== first) continue;
    await report(await runJourney(name, journey, new OneDeath(death), death));
  }
}

function* deaths(calls: number): Generator<Death> {
  for (let call = 1; call <= calls; call++) {
    for (const when of ["before", "after"] as const) {
      for (const again of [true, false]) yield { call, when, again };
    }
  }
}
