import assert from "node:assert/strict";
import { dieMoving, MOVES } from "./move_deaths.ts";
import { deathsAmong } from "./one_death.ts";

/** Of all deaths every so many are died here; `deno task simulate:moves` dies them all. */
const STEP = 37;

for (const move of MOVES) {
  Deno.test(`a conversation is in one place, with every text once, wherever its move dies: ${move}`, async () => {
    const { wrongs, calls } = await dieMoving(move);
    assert.deepEqual(wrongs, []);
    const deaths = [...deathsAmong(calls)];
    for (const death of deaths.filter((_, at) => at % STEP === STEP - 1)) {
      const { wrongs } = await dieMoving(move, death);
      assert.deepEqual(wrongs, [], JSON.stringify(death));
    }
  });
}
