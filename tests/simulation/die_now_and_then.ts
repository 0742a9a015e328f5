import assert from "node:assert/strict";
import { type Death, deathsAmong } from "./one_death.ts";
import type { Course } from "./small_world.ts";

/**
 * Lives through something without a death, and with every so-manieth that it can meet; fails where anything is wrong then.
 * The commands that kill at every call die them all.
 */
export async function dieNowAndThen(
  live: (death?: Death) => Promise<Course>,
  step: number,
): Promise<void> {
  const { wrongs, calls } = await live();
  assert.deepEqual(wrongs, []);
  const deaths = [...deathsAmong(calls)];
  for (const death of deaths.filter((_, at) => at % step === step - 1)) {
    const { wrongs } = await live(death);
    assert.deepEqual(wrongs, [], JSON.stringify(death));
  }
}
