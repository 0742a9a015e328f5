import { lines } from "../../emulator/slack/runtime/lines.ts";

/** Processes that work at the same time, unless told otherwise: the smallest machine that this is meant for has two cores. */
export const WORKERS = 2;

/**
 * What several processes of a script write to their standard output, a line of JSON each time, in the order in which
 * it comes. They are ended early when nobody wants more.
 * @param argsOf the arguments of each process.
 * @param tasks what they are to do: each is handed a line of it whenever it has told what came of another.
 */
export async function* sideBySide<T>(
  script: URL,
  argsOf: (worker: number) => (string | number)[],
  count = WORKERS,
  tasks?: Iterable<number>,
): AsyncGenerator<T> {
  const left = tasks?.[Symbol.iterator]();
  const workers = Array.from(
    { length: count },
    (_, worker) =>
      new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          "--no-check",
          "--node-modules-dir=manual",
          script.pathname,
          ...argsOf(worker).map(String),
        ],
        stdin: left ? "piped" : "null",
        stdout: "piped",
        stderr: "inherit",
      }).spawn(),
  );
  try {
    yield* merged(
      workers.map((worker) =>
        read<T>(worker.stdout, left && (() => hand(worker, left)))
      ),
    );
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

/** @param more hands on a task: there is one to do, and one to go on with. */
async function* read<T>(
  stdout: ReadableStream<Uint8Array>,
  more = () => Promise.resolve(),
): AsyncGenerator<T> {
  await more();
  await more();
  for await (const line of lines(stdout)) {
    await more();
    yield JSON.parse(line);
  }
}

/** Hands a process the next task; one that hears of no more ends. */
async function hand(
  { stdin }: Deno.ChildProcess,
  tasks: Iterator<number>,
): Promise<void> {
  const { done, value } = tasks.next();
  if (!done) return await write(stdin, `${value}\n`);
  // It may have heard so already.
  await stdin.close().catch(() => {});
}

async function write(
  stream: WritableStream<Uint8Array>,
  text: string,
): Promise<void> {
  const writer = stream.getWriter();
  await writer.write(new TextEncoder().encode(text));
  writer.releaseLock();
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
