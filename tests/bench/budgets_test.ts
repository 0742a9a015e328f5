import assert from "node:assert/strict";
import { brokenBudgets } from "./budgets.ts";
import { measure } from "./measure.ts";
import { MEASURED_JOURNEYS, WAITING } from "./measured_journeys.ts";

for (const each of MEASURED_JOURNEYS) {
  Deno.test(`its budget of calls is kept: ${each.journey}`, async () => {
    assert.deepEqual(brokenBudgets([await measure(each)]), []);
  });
}

Deno.test("a budget that is broken is named", () => {
  const measure = {
    journey: WAITING,
    visible: 3,
    created: null,
    settled: 4,
    calls: 8,
    methods: { "apps.datastore.query": 1 },
  };
  assert.deepEqual(brokenBudgets([measure]), [
    `${WAITING}: visible 3, at most 2`,
    `${WAITING}: calls 8, at most 7`,
    `${WAITING}: calls apps.datastore.query`,
  ]);
});
