/** How many of some checks passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** What a run of `deno test` came to. */
export interface TestRun extends Tally {
  /** What it printed; empty when it printed for itself. */
  output: string;
}

/**
 * Runs `deno test` and counts by its own report.
 * @param args what follows `deno test`, paths included.
 * @param options `quietly` keeps what it prints; `jobs` is how many files run at once with `--parallel`.
 */
export async function testRun(
  args: string[],
  { quietly = false, jobs }: { quietly?: boolean; jobs?: number } = {},
): Promise<TestRun> {
  const report = await Deno.makeTempFile({ suffix: ".xml" });
  const stream = quietly ? "piped" : "inherit";
  const child = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", `--junit-path=${report}`, ...args],
    env: jobs === undefined ? {} : { DENO_JOBS: String(jobs) },
    stdin: "null",
    stdout: stream,
    stderr: stream,
  }).spawn();
  const { code, output } = quietly
    ? await child.output().then(({ code, stdout, stderr }) => {
      const decoder = new TextDecoder();
      return { code, output: decoder.decode(stdout) + decoder.decode(stderr) };
    })
    : { code: (await child.status).code, output: "" };
  const tally = counted(await Deno.readTextFile(report).catch(() => ""));
  await Deno.remove(report).catch(() => {});
  // A file that does not even load is in no report.
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  return { ...tally, output };
}

/** Reads the totals of a JUnit report. Tests that were left out are neither passed nor failed. */
function counted(report: string): Tally {
  const [totals = ""] = /<testsuites[^>]*>/.exec(report) ?? [];
  const count = (name: string) =>
    Number(new RegExp(` ${name}="(\\d+)"`).exec(totals)?.[1] ?? 0);
  const ignored = [...report.matchAll(/<skipped\b/g)].length;
  const failed = count("failures") + count("errors");
  return { passed: count("tests") - failed - ignored, failed };
}
