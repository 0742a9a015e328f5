import assert from "node:assert/strict";
import { runSeed } from "./run_seed.ts";

/** Seeds that have every kind of fault, one kind, and none. */
const SEEDS = [5, 83, 222];

Deno.test("the same seed is the same run, byte for byte", async () => {
  const first = [];
  for (const seed of SEEDS) first.push(await runSeed(seed));
  // In another order, so that nothing a world leaves behind can go unnoticed.
  for (const [at, seed] of [...SEEDS.entries()].reverse()) {
    const again = await runSeed(seed);
    assert.equal(again.trace.join("\n"), first[at]?.trace.join("\n"));
    assert.deepEqual(again.faults, first[at]?.faults);
  }
});

Deno.test("different seeds are different runs", async () => {
  const [one, other] = [await runSeed(1), await runSeed(2)];
  assert.notEqual(one.trace.join("\n"), other.trace.join("\n"));
});
