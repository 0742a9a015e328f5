import assert from "node:assert/strict";
import { testRun } from "./test_run.ts";

Deno.test("a run of tests that gets stuck is begun once more, and then counted", async () => {
  const directory = await Deno.makeTempDir();
  const mark = JSON.stringify(`${directory}/was here`);
  try {
    await Deno.writeTextFile(
      `${directory}/once_test.ts`,
      `Deno.test("hangs the first time", async () => {
        try { Deno.statSync(${mark}); } catch {
          Deno.writeTextFileSync(${mark}, "");
          await new Promise((resolve) => setTimeout(resolve, 60_000));
          throw new Error("was waited for");
        }
      });`,
    );
    const { passed, failed } = await testRun(
      ["--no-config", "--parallel", directory],
      { quietly: true, patience: 2_000 },
    );
    assert.deepEqual({ passed, failed }, { passed: 1, failed: 0 });
    assert.ok(Deno.statSync(JSON.parse(mark)).isFile);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
