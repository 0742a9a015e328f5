/**
 * Runs the tests and closes with one line, `N passed, N failed`: what `deno task test` is.
 * Arguments are handed on to `deno test`; without a path, everything runs but the browser's tests and the rehearsal.
 */
import { writeShares } from "./support/shares.ts";
import { testRun } from "./support/test_run.ts";

const named = Deno.args.some((each) => !each.startsWith("-"));
const directory = await Deno.makeTempDir({ prefix: "tests-" });
try {
  const everything = named ? [] : [
    "--parallel",
    ...await writeShares(directory, ["tests/browser", "tests/rehearsal"]),
  ];
  const { passed, failed } = await testRun([
    "--quiet",
    ...everything,
    ...Deno.args,
  ]);
  console.log(`${passed} passed, ${failed} failed`);
  Deno.exitCode = failed > 0 ? 1 : 0;
} finally {
  await Deno.remove(directory, { recursive: true });
}
