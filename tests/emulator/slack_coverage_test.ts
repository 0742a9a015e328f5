import assert from "node:assert/strict";
import { EMULATED, NOT_EMULATED } from "../../emulator/slack/coverage.ts";
import { METHODS } from "../../emulator/slack/registry.ts";
import { ROOT } from "../support/source_files.ts";

Deno.test("the list of what is emulated is what is registered", () => {
  assert.deepEqual([...EMULATED].sort(), [...METHODS.keys()].sort());
  for (const name of EMULATED) assert.ok(!(name in NOT_EMULATED), name);
});

Deno.test("the README says how much is emulated, and what is not", async () => {
  const readme = (await Deno.readTextFile(new URL("README.md", ROOT)))
    .replaceAll(/\s+/g, " ");
  const begins = `${EMULATED.length} Web API methods are emulated.`;
  assert.ok(readme.includes(begins), begins);
  for (const why of Object.values(NOT_EMULATED)) {
    assert.ok(readme.includes(`: ${why}.`), why);
  }
});
