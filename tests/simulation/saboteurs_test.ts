import assert from "node:assert/strict";
import { SABOTEURS } from "./saboteurs/saboteurs.ts";
import { findsItsText } from "./sabotaged_copy.ts";

Deno.test("every saboteur finds the text that it replaces", async () => {
  const lost = [];
  for (const saboteur of SABOTEURS) {
    if (!await findsItsText(saboteur)) lost.push(saboteur.name);
  }
  assert.deepEqual(lost, []);
});
