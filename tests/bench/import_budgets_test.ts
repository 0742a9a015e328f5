import assert from "node:assert/strict";
import { brokenImportBudgets } from "./import_budgets.ts";
import { importFigures } from "./import_figures.ts";

Deno.test("an import of a thousand lines keeps to Slack's rates, shows how far it is and reports every line", async () => {
  const figures = await importFigures(1_000);
  // How long it really takes depends on who else is at work on this machine.
  assert.deepEqual(brokenImportBudgets({ ...figures, msPerLine: 0 }), []);
  assert.deepEqual(Object.keys(figures.report).sort(), [
    "added",
    "merged",
    "refused",
  ]);
  assert.ok(figures.runs > 3, "in several runs");
});
