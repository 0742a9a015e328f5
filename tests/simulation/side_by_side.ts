import { lines } from "../../emulator/slack/runtime/lines.ts";

/** Processes that work at the same time, unless told otherwise: the smallest machine that this is meant for has two cores. */
export const WORKERS = 2;

/**
 * What several processes of a script write to their standard output, a line of JSON each time, in the order in which
 * it comes. They are ended early when nobody wants more.
 * @param argsOf the arguments of each process.
 */
export async function* sideBySide<T>(
  script: URL,
  argsOf: (worker: number) => (string | number)[],
  count = WORKERS,
): AsyncGenerator<T> {
  const workers = Array.from(
    { length: count },
    (_, worker) =>
      new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          "--no-check",
          script.pathname,
          ...argsOf(worker).map(String),
        ],
        stdin: "null",
        stdout: "piped",
        stderr: "inherit",
      }).spawn(),
  );
  try {
    yield* merged(workers.map((worker) => read<T>(worker.stdout)));
    for (const worker of workers) {
      const { success } = await worker.status;
      if (!success) throw new Error(`${script.pathname} has failed.`);
    }
  } finally {
    for (const worker of workers) stop(worker);
  }
}

/** Writes one line for whoever started this process. */
export async function report(value: unknown): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  for (let at = 0; at < bytes.length;) {
    at += await Deno.stdout.write(bytes.subarray(at));
  }
}

async function* read<T>(
  stdout: ReadableStream<Uint8Array>,
): AsyncGenerator<T> {
  for await (const line of lines(stdout)) yield JSON.parse(line);
}

/** What several sources give, in the order in which it comes. */
async function* merged<T>(sources: AsyncGenerator<T>[]): AsyncGenerator<T> {
  const next = (source: AsyncGenerator<T>) =>
    source.next().then((result) => ({ source, result }));
  const waiting = new Map(sources.map((each) => [each, next(each)]));
  while (waiting.size > 0) {
    const { source, result } = await Promise.race(waiting.values());
    if (result.done) waiting.delete(source);
    else {
      waiting.set(source, next(source));
      yield result.value;
    }
  }
}

function stop(worker: Deno.ChildProcess): void {
  try {
    worker.kill();
  } catch {
    // It has ended by itself.
  }
}
