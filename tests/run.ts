/**
 * Runs the tests and closes with one line, `N passed, N failed`: what `deno task test` is.
 * Arguments are handed on to `deno test`; without a path, everything but the browser's tests runs.
 */
const report = await Deno.makeTempFile({ suffix: ".xml" });
const named = Deno.args.some((each) => !each.startsWith("-"));
const test = new Deno.Command(Deno.execPath(), {
  args: [
    "test",
    "-A",
    "--no-check",
    "--quiet",
    `--junit-path=${report}`,
    ...(named ? [] : ["--ignore=tests/browser", "--parallel", "tests"]),
    ...Deno.args,
  ],
  stdin: "null",
});
const { code } = await test.spawn().status;
const written = await Deno.readTextFile(report).catch(() => "");
await Deno.remove(report).catch(() => {});
const count = (name: string) =>
  Number(
    new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`).exec(written)?.[1] ?? 0,
  );
const failed = count("failures") + count("errors");
console.log(`${count("tests") - failed} passed, ${failed} failed`);
Deno.exit(code);
