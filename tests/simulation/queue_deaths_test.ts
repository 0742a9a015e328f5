import assert from "node:assert/strict";
import { deathsAmong } from "./one_death.ts";
import { dieQueueing, TURNS } from "./queue_deaths.ts";

/** Of all deaths every so many are died here; `deno task simulate:moves` dies them all. */
const STEP = 37;

for (const turn of TURNS) {
  Deno.test(`who waits longest is pinned, and one line says the rest, wherever a catch-up dies: ${turn}`, async () => {
    const { wrongs, calls } = await dieQueueing(turn);
    assert.deepEqual(wrongs, []);
    const deaths = [...deathsAmong(calls)];
    for (const death of deaths.filter((_, at) => at % STEP === STEP - 1)) {
      const { wrongs } = await dieQueueing(turn, death);
      assert.deepEqual(wrongs, [], JSON.stringify(death));
    }
  });
}
