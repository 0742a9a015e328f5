import assert from "node:assert/strict";
import { dieImporting } from "./import_deaths.ts";
import { deathsAmong } from "./one_death.ts";

/** Of all deaths every so many are died here; `deno task simulate:imports` dies them all. */
const STEP = 13;

Deno.test("an import is finished, whole and once, wherever it dies", async () => {
  const { wrongs, calls } = await dieImporting();
  assert.deepEqual(wrongs, []);
  const deaths = [...deathsAmong(calls)];
  for (const death of deaths.filter((_, at) => at % STEP === STEP - 1)) {
    const { wrongs } = await dieImporting(death);
    assert.deepEqual(wrongs, [], JSON.stringify(death));
  }
});
