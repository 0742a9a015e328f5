import assert from "node:assert/strict";
import { functionFiles } from "../support/stage.ts";
import { grownBundles, RECORDED } from "./recorded_weights.ts";
import { weigh } from "./weight.ts";
import { missedGoals } from "./weight_goals.ts";

Deno.test("the weight of every function's bundle is recorded, and of no other", () => {
  assert.deepEqual(
    Object.keys(RECORDED).sort(),
    Object.keys(functionFiles()).sort(),
  );
});

Deno.test("a bundle that has grown by more than a tenth is named", () => {
  const before = { grown: 1000, same: 1000, lighter: 1000 };
  const bundles = [
    { callbackId: "grown", bytes: 1101 },
    { callbackId: "same", bytes: 1100 },
    { callbackId: "lighter", bytes: 1 },
    { callbackId: "new", bytes: 1 },
  ];
  assert.deepEqual(grownBundles(bundles, before), [
    "grown grew from 1000 to 1101 bytes",
    "new was never weighed",
  ]);
});

Deno.test("a bundle's parts are its packages, and the project's modules one by one", async () => {
  const path = await Deno.makeTempFile();
  const packages = "node_modules/.deno/some@1.0.0/node_modules";
  const modules = [
    `// ${packages}/zod/v4/core.js\n`,
    `// bridge/refusal.ts\nvar Refusal;\n`,
    `// ${packages}/@slack/types/dist.js\nvar slack;\n`,
    `// ${packages}/zod/v4/mini.js\nvar zod;\n`,
  ];
  const [core = "", refusal = "", slack = "", mini = ""] = modules;
  try {
    await Deno.writeTextFile(path, modules.join(""));
    const { bytes, heaviest } = await weigh({ callbackId: "", path, bytes: 0 });
    assert.equal(bytes, modules.join("").length);
    assert.deepEqual(Object.entries(heaviest), [
      ["zod", core.length + mini.length],
      ["@slack/types", slack.length],
      ["bridge/refusal.ts", refusal.length],
    ]);
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("what runs for each text has goals of its own", () => {
  const measured = (callbackId: string) => ({
    callbackId,
    bytes: 400_000,
    coldImports: [{ deno: "2.0.0", milliseconds: 1, ratio: 1.4 }],
  });
  assert.deepEqual(missedGoals(measured("clerk")), []);
  assert.deepEqual(missedGoals(measured("handle_inbound")), [
    "handle_inbound: 400000 bytes, the goal is 300000",
    "handle_inbound: 1.40 × the SDK alone under 2.0.0, the goal is 1.25",
  ]);
});
