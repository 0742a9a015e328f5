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

/** Milliseconds after which a run that has not ended is taken for stuck: many times what the longest takes. */
const PATIENCE = 5 * 60_000;

interface Options {
  /** Keeps what it prints. */
  quietly?: boolean;
  /** How many files run at once with `--parallel`. */
  jobs?: number;
  /** Milliseconds. */
  patience?: number;
}

/**
 * Runs `deno test` and counts by its own report. A run that gets stuck costs more than one that fails, as it says
 * nothing: it is stopped and begun once more, one file after another, each test named before it begins.
 * @param args what follows `deno test`, paths included.
 */
export async function testRun(
  args: string[],
  { patience = PATIENCE, ...options }: Options = {},
): Promise<TestRun> {
  const first = await runOnce(args, { ...options, patience });
  if (first) return first;
  console.error(
    `The tests had not ended after ${
      patience / 1000
    } seconds and were stopped. ` +
      "They begin once more, one after another, so that what hangs can be seen.",
  );
  const slowly = args.filter((each) => each !== "--parallel");
  const second = await runOnce(slowly, { ...options, patience: 2 * patience });
  if (second) return second;
  console.error("The tests hang at what was named last.");
  return { passed: 0, failed: 1, output: "" };
}

/** @returns null when it had not ended in time. */
async function runOnce(
  args: string[],
  { quietly = false, jobs, patience }: Options & { patience: number },
): Promise<TestRun | null> {
  const report = await Deno.makeTempFile({ suffix: ".xml" });
  const stream = quietly ? "piped" : "inherit";
  const child = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", `--junit-path=${report}`, ...args],
    env: jobs === undefined ? {} : { DENO_JOBS: String(jobs) },
    stdin: "null",
    stdout: stream,
    stderr: stream,
  }).spawn();
  let isStuck = false;
  const alarm = setTimeout(() => {
    isStuck = true;
    child.kill("SIGKILL");
  }, patience);
  const { code, output } = quietly
    ? await child.output().then(({ code, stdout, stderr }) => {
      const decoder = new TextDecoder();
      return { code, output: decoder.decode(stdout) + decoder.decode(stderr) };
    })
    : { code: (await child.status).code, output: "" };
  clearTimeout(alarm);
  const tally = counted(await Deno.readTextFile(report).catch(() => ""));
  await Deno.remove(report).catch(() => {});
  if (isStuck) return null;
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
