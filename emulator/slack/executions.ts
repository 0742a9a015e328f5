import type { Collection } from "../store.ts";
import { deliver, type Deliveries } from "./deliveries.ts";
import type { FunctionHost } from "./function_host.ts";
import { refuse } from "./refusal.ts";
import type { Tokens } from "./tokens.ts";
import { faults } from "./values.ts";
import type { Workspace } from "./workspace.ts";

/** https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-custom-functions: deployed functions and their handlers. */
const FUNCTION_LIMIT = 60_000;
const HANDLER_LIMIT = 10_000;

type Values = Record<string, unknown>;

/** One run of one function: `Fx0…`. */
export interface Execution {
  id: string;
  callback_id: string;
  /** The workflow run that it is a step of, if it is. */
  run_id: string | null;
  inputs: Values;
  outputs: Values | null;
  state: "running" | "completed" | "errored" | "timed_out";
  error: string | null;
  /** Milliseconds since the Unix epoch. */
  started: number;
  ended: number | null;
}

/** A click or a form reached a step that no longer runs, or took too long: the client shows its own error. */
export class HandlerFault extends Error {}

/** Runs the app's functions and keeps what became of each run. */
export class Executions {
  readonly #rows: Collection<Execution>;
  readonly #waiting = new Map<string, (execution: Execution) => void>();
  readonly #timers = new Map<string, () => void>();

  constructor(
    private readonly workspace: Workspace,
    private readonly tokens: Tokens,
    private readonly host: FunctionHost,
    private readonly env: Record<string, string>,
    private readonly deliveries: Deliveries,
  ) {
    this.#rows = workspace.store.collection<Execution>("slack.executions");
  }

  get(id: string): Execution | undefined {
    return this.#rows.get(id);
  }

  all(): Execution[] {
    return this.#rows.all();
  }

  /** Starts a function whose inputs were checked. `ended` hears once what became of it. */
  start(
    callback_id: string,
    inputs: Values,
    run_id: string | null,
    ended: (execution: Execution) => void,
  ): Execution {
    const { clock, ids } = this.workspace;
    const execution: Execution = {
      id: ids.slack("Fx"),
      callback_id,
      run_id,
      inputs,
      outputs: null,
      state: "running",
      error: null,
      started: clock.now(),
      ended: null,
    };
    this.#rows.put(execution.id, execution);
    this.#waiting.set(execution.id, ended);
    this.#timers.set(
      execution.id,
      clock.after(FUNCTION_LIMIT, () => this.#end(execution, "timed_out")),
    );
    deliver(
      clock,
      this.deliveries,
      "function",
      callback_id,
      () => void this.#run(execution),
    );
    return execution;
  }

  /** `functions.completeSuccess`. */
  complete(id: string, outputs: Values): void {
    const execution = this.#running(id);
    const definition = this.#definition(execution.callback_id);
    const wrong = faults(
      this.workspace.manifest,
      definition.output_parameters,
      outputs,
    );
    if (wrong.length > 0) {
      this.#end(execution, "errored", {
        error: `parameter_validation_failed: ${wrong.join("; ")}`,
      });
      refuse("parameter_validation_failed", {
        response_metadata: { messages: wrong },
      });
    }
    this.#end(execution, "completed", { outputs });
  }

  /** `functions.completeError`. */
  fail(id: string, error: string): void {
    this.#end(this.#running(id), "errored", { error });
  }

  /** Hands a click or a form to the handlers of a function that still runs, and resolves with their answer. */
  async handle(id: string, body: Values): Promise<unknown> {
    const execution = this.get(id);
    if (execution?.state !== "running") {
      throw new HandlerFault("The step that made this has already ended.");
    }
    const { clock } = this.workspace;
    const token = this.#token(execution, HANDLER_LIMIT);
    const work = this.host.invoke({
      callback_id: execution.callback_id,
      source_file: this.#definition(execution.callback_id).source_file,
      payload: {
        body: {
          ...body,
          bot_access_token: token,
          function_data: {
            execution_id: id,
            function: { callback_id: execution.callback_id },
            inputs: execution.inputs,
          },
        },
        context: this.#context(token),
      },
    });
    return await new Promise((resolve, reject) => {
      const cancel = clock.after(HANDLER_LIMIT, () => {
        reject(new HandlerFault("The app took more than 10 seconds."));
      });
      work.then(resolve, (error) => {
        reject(new HandlerFault(`The app failed: ${describe(error)}`));
      }).finally(cancel);
    });
  }

  async #run(execution: Execution): Promise<void> {
    const { team, app_id, clock, ids } = this.workspace;
    const definition = this.#definition(execution.callback_id);
    const token = this.#token(execution, FUNCTION_LIMIT);
    const body = {
      type: "event_callback",
      team_id: team.id,
      api_app_id: app_id,
      event_id: ids.slack("Ev"),
      event_time: Math.floor(clock.now() / 1000),
      event: {
        type: "function_executed",
        function: {
          id: `Fn${execution.callback_id}`,
          callback_id: execution.callback_id,
          title: definition.title,
          type: "app",
          app_id,
        },
        inputs: execution.inputs,
        function_execution_id: execution.id,
        workflow_execution_id: execution.run_id,
        bot_access_token: token,
      },
    };
    try {
      await this.host.invoke({
        callback_id: execution.callback_id,
        source_file: definition.source_file,
        payload: { body, context: this.#context(token) },
      });
      // A function that returned `completed: false` lives on, with no limit that Slack states.
      if (execution.state === "running") this.#stopTimer(execution.id);
    } catch (error) {
      if (execution.state === "running") {
        this.#end(execution, "errored", { error: describe(error) });
      }
    }
  }

  #end(
    execution: Execution,
    state: Execution["state"],
    result: { outputs?: Values; error?: string } = {},
  ): void {
    execution.state = state;
    execution.outputs = result.outputs ?? null;
    execution.error = result.error ??
      (state === "timed_out"
        ? "The function took more than 60 seconds."
        : null);
    execution.ended = this.workspace.clock.now();
    this.#rows.put(execution.id, execution);
    this.#stopTimer(execution.id);
    const tell = this.#waiting.get(execution.id);
    this.#waiting.delete(execution.id);
    tell?.(execution);
  }

  #running(id: string): Execution {
    const execution = this.get(id);
    if (!execution) return refuse("function_execution_not_found");
    if (execution.state !== "running") refuse("execution_not_in_running_state");
    return execution;
  }

  #definition(callback_id: string) {
    const found = this.workspace.manifest.functions[callback_id];
    if (!found) throw new Error(`No function ${callback_id} in the manifest.`);
    return found;
  }

  #token(execution: Execution, ms: number): string {
    return this.tokens.issue(execution.callback_id, execution.id, ms);
  }

  #context(token: string) {
    return {
      bot_access_token: token,
      team_id: this.workspace.team.id,
      variables: this.env,
    };
  }

  #stopTimer(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
  }
}

function describe(error: unknown): string {
  return error instanceof Error
    ? `${error.name}: ${error.message}`
    : String(error);
}
