import assert from "node:assert/strict";
import { brokenContactBudgets } from "./contact_budgets.ts";
import { contactFigures } from "./contact_figures.ts";

Deno.test("pages, searches, suggestions and saves cost among ten thousand contacts what they cost among few", async () => {
  const few = await contactFigures(100);
  const many = await contactFigures(10_000);
  assert.deepEqual(brokenContactBudgets(few, many), []);
  assert.ok(many.length > 10);
});
