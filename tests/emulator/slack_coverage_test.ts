import assert from "node:assert/strict";
import { EMULATED, NOT_EMULATED } from "../../emulator/slack/coverage.ts";
import { METHODS } from "../../emulator/slack/registry.ts";

Deno.test("the list of what is emulated is what is registered", () => {
  assert.deepEqual([...EMULATED].sort(), [...METHODS.keys()].sort());
  for (const name of EMULATED) assert.ok(!(name in NOT_EMULATED), name);
});
