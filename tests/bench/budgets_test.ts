import assert from "node:assert/strict";
import { brokenBudgets } from "./budgets.ts";
import { compare, COMPARED, contradictions } from "./comparison.ts";
import { WAITING } from "./measured_journeys.ts";

for (const each of COMPARED) {
  Deno.test(`its budget of calls is kept, and it is no slower than the plain design: ${each.journey}`, async () => {
    const comparison = await compare(each);
    assert.deepEqual(brokenBudgets([comparison.ours]), []);
    assert.deepEqual(contradictions(comparison), []);
  });
}

Deno.test("a journey that is slower than the plain design, or cheaper than can be, is named", () => {
  const cost = {
    journey: WAITING,
    visible: 2,
    created: null,
    settled: 9,
    calls: 5,
    runs: 1,
    workflows: 1,
    methods: {},
  };
  const comparison = {
    journey: WAITING,
    ours: cost,
    plain: { ...cost, settled: 8 },
    smallest: { ...cost, calls: 6, why: "" },
  };
  assert.deepEqual(contradictions(comparison), [
    `${WAITING}: calls 5, less than the least, 6`,
    `${WAITING}: settled 9, plainly 8`,
  ]);
});

Deno.test("a budget that is broken is named", () => {
  const measure = {
    journey: WAITING,
    visible: 3,
    created: null,
    settled: 4,
    calls: 8,
    runs: 1,
    workflows: 1,
    methods: { "apps.datastore.query": 1 },
  };
  assert.deepEqual(brokenBudgets([measure]), [
    `${WAITING}: visible 3, at most 2`,
    `${WAITING}: calls 8, at most 6`,
    `${WAITING}: calls apps.datastore.query`,
  ]);
});
