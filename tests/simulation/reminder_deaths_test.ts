import assert from "node:assert/strict";
import { deathsAmong } from "./one_death.ts";
import { dieReminding, DUES } from "./reminder_deaths.ts";

/** Of all deaths every so many are died here; `deno task simulate:moves` dies them all. */
const STEP = 23;

for (const due of DUES) {
  Deno.test(`it is said in time, and once, or with the next catch-up, wherever a run dies: ${due}`, async () => {
    const { wrongs, calls } = await dieReminding(due);
    assert.deepEqual(wrongs, []);
    const deaths = [...deathsAmong(calls)];
    for (const death of deaths.filter((_, at) => at % STEP === STEP - 1)) {
      const { wrongs } = await dieReminding(due, death);
      assert.deepEqual(wrongs, [], JSON.stringify(death));
    }
  });
}
