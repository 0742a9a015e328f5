import { AsyncLocalStorage } from "node:async_hooks";
import type { Clock } from "../../emulator/clock.ts";
import type { Invocation } from "../../emulator/slack/function_host.ts";
import {
  InProcessHost,
  type InProcessHostOptions,
} from "../../emulator/slack/runtime/in_process_host.ts";
import { readPayload } from "../../emulator/slack/runtime/invocation_payload.ts";
import type { Trace } from "./trace.ts";

/** One life of a function, or of one of its handlers. */
export interface Run {
  /** `handle_message#5`, and `handle_message#5b` for the second life of the same run. */
  label: string;
  /** A function's own run lives for 60 seconds, a handler of a click or a form for 10. */
  kind: "function" | "handler";
  callback_id: string;
  isDead: boolean;
  /** How many API calls it has made. */
  calls: number;
}

/** What Slack does about a dead run: notices it at once, runs it again after some ms, or learns of it by its time limit. */
export type Aftermath = "noticed" | "unnoticed" | { again: number };

/** Decides over life and death. */
export interface Fates {
  /** Milliseconds after which a new run dies; null lets it live. */
  lifeOf(run: Run): number | null;
  aftermathOf(run: Run): Aftermath;
}

/** Why a run ended that was killed and not run again: the platform's fault, never the app's. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-custom-functions, "Function timeouts", in milliseconds. */
const LIMITS = { function: 60_000, handler: 10_000 };

/** How the lives of one run are told apart. */
const LIVES = ["", ..."bcdefghij"];

/** Nothing, for ever: anew each time, since a shared promise would keep whoever waits for it, and their world, in memory. */
export const never = () => new Promise<never>(() => {});

/**
 * A host whose runs can die at any await: from then on nothing they wait for comes, no timer of theirs goes off, and
 * nothing they would have done happens. What had left before goes its way.
 */
export class MortalHost extends InProcessHost {
  /** Runs that the app's own code ended by throwing. */
  readonly unhandled: { run: Run; error: unknown }[] = [];
  readonly #current = new AsyncLocalStorage<Run>();
  readonly #deaths = new Map<Run, () => void>();
  #count = 0;

  constructor(
    options: InProcessHostOptions,
    private readonly clock: Clock,
    private readonly fates: Fates,
    private readonly trace: Trace,
  ) {
    super(options);
  }

  /** The life that the calling code belongs to. */
  get run(): Run | undefined {
    return this.#current.getStore();
  }

  override invoke(invocation: Invocation): Promise<unknown> {
    return this.#live(invocation, ++this.#count, 0);
  }

  kill(run: Run, how: string): void {
    const die = this.#deaths.get(run);
    if (!die) return;
    run.isDead = true;
    this.trace.note(run.label, "dies", how);
    die();
  }

  /** A platform's `fetch` that a dead run gets no answer from. */
  mortalFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return async (input, init) => {
      const { run } = this;
      if (!run) return await fetch(input, init);
      if (run.isDead) return await never();
      run.calls++;
      try {
        const answer = await fetch(input, init);
        return run.isDead ? await never() : answer;
      } catch (error) {
        if (run.isDead) return await never();
        throw error;
      }
    };
  }

  /** A timer's task that a dead run does not live to see. */
  mortalTask(task: () => void): () => void {
    const { run } = this;
    return () => {
      if (!run?.isDead) task();
    };
  }

  async #live(
    invocation: Invocation,
    number: number,
    life: number,
  ): Promise<unknown> {
    const { body } = readPayload(invocation.payload);
    const run: Run = {
      label: `${invocation.callback_id}#${number}${LIVES[life] ?? "z"}`,
      kind: body.event ? "function" : "handler",
      callback_id: invocation.callback_id,
      isDead: false,
      calls: 0,
    };
    const killed = new Promise<"killed">((resolve) =>
      this.#deaths.set(run, () => resolve("killed"))
    );
    const limit = this.clock.after(
      LIMITS[run.kind],
      () => this.kill(run, "overdue"),
    );
    const end = this.fates.lifeOf(run);
    const early = end === null
      ? undefined
      : this.clock.after(end, () => this.kill(run, "killed"));
    const { event, type } = body;
    this.trace.note(
      run.label,
      () => event ? `begins ${JSON.stringify(event.inputs)}` : `hears ${type}`,
    );
    const work = this.#current.run(run, () => super.invoke(invocation)).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const outcome = await Promise.race([work, killed]);
    this.#deaths.delete(run);
    limit();
    early?.();
    if (outcome !== "killed") return this.#ended(run, outcome);
    const aftermath = this.fates.aftermathOf(run);
    if (aftermath === "unnoticed") return await never();
    if (aftermath === "noticed") throw new Killed("The platform lost the run.");
    await new Promise<void>((resolve) =>
      this.clock.after(aftermath.again, resolve)
    );
    return await this.#live(invocation, number, life + 1);
  }

  #ended(run: Run, outcome: { value: unknown } | { error: unknown }): unknown {
    if ("value" in outcome) {
      this.trace.note(run.label, "ends");
      return outcome.value;
    }
    this.trace.note(run.label, `throws ${outcome.error}`);
    this.unhandled.push({ run, error: outcome.error });
    throw outcome.error;
  }
}
