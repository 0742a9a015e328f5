/**
 * Runs the tests and closes with one line, `N passed, N failed`: what `deno task test` is.
 * Arguments are handed on to `deno test`; without a path, everything runs but the browser's tests and the rehearsal.
 */
import { testRun } from "./support/test_run.ts";

const named = Deno.args.some((each) => !each.startsWith("-"));
const everything = [
  "--parallel",
  "--ignore=tests/browser,tests/rehearsal",
  "tests",
];
const { passed, failed } = await testRun([
  "--quiet",
  ...(named ? [] : everything),
  ...Deno.args,
]);
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed > 0 ? 1 : 0);
