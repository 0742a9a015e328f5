import { type Clock, wallClock } from "../../clock.ts";
import type { FunctionHost, Invocation } from "../function_host.ts";
import {
  FunctionProcess,
  type FunctionProcessOptions,
} from "./function_process.ts";
import { readPayload } from "./invocation_payload.ts";

export interface ChildHostOptions extends FunctionProcessOptions {
  clock?: Clock;
}

/** "there is a 60 second timeout for a deployed function" */
const TIMEOUT_MS = 60_000;

/**
 * Runs functions in a child Deno that may reach the given hosts and nothing else: no environment, no files, no
 * subprocesses, as on Slack's machines. A child that died or hangs is replaced at the next invocation.
 */
export class ChildHost implements FunctionHost {
  #process: FunctionProcess | undefined;
  readonly #retired = new Set<FunctionProcess>();
  readonly #clock: Clock;

  constructor(private readonly options: ChildHostOptions) {
    this.#clock = options.clock ?? wallClock;
  }

  /** Starts the child and waits until it has loaded every function; rejects when one cannot be loaded. */
  async preload(): Promise<void> {
    await this.#alive().ready;
  }

  async invoke({ payload }: Invocation): Promise<unknown> {
    const process = this.#alive();
    const { promise, reject } = Promise.withResolvers<never>();
    const cancel = this.#clock.after(TIMEOUT_MS, () => {
      this.#retire(process);
      reject(new Error("the function took longer than 60 seconds"));
    });
    const run = process.start(readPayload(payload));
    try {
      return await Promise.race([run.answer, promise]);
    } finally {
      cancel();
      run.abandon();
      if (this.#retired.has(process) && process.idle) await this.#end(process);
    }
  }

  async close(): Promise<void> {
    const processes = [...this.#retired];
    if (this.#process) processes.push(this.#process);
    this.#process = undefined;
    await Promise.all(processes.map((process) => this.#end(process)));
  }

  #alive(): FunctionProcess {
    if (!this.#process || this.#process.dead) {
      this.#process = new FunctionProcess(this.options);
    }
    return this.#process;
  }

  /** No new work for this child: what it still has to do may end in peace. */
  #retire(process: FunctionProcess): void {
    if (this.#process === process) this.#process = undefined;
    this.#retired.add(process);
  }

  async #end(process: FunctionProcess): Promise<void> {
    this.#retired.delete(process);
    await process.kill();
  }
}
