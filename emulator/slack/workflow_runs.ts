import type { Collection } from "../store.ts";
import type { Execution, Executions } from "./executions.ts";
import type { WorkflowDefinition } from "./manifest.ts";
import { fillAll } from "./templates.ts";
import { faults } from "./values.ts";
import type { Workspace } from "./workspace.ts";

type Values = Record<string, unknown>;

const OWN = "#/functions/";
const DELAY = "slack#/functions/delay";

/** The built-in steps that this Slack can run besides the app's own functions. */
export const BUILT_IN_STEPS: readonly string[] = [DELAY];

/** One run of a workflow: `Wx0…`. */
export interface WorkflowRun {
  id: string;
  workflow: string;
  trigger_id: string | null;
  inputs: Values;
  /** Outputs of the steps so far, by step id. */
  steps: Record<string, Values>;
  state: "running" | "completed" | "errored";
  error: string | null;
  executions: string[];
  /** Milliseconds since the Unix epoch. */
  started: number;
  ended: number | null;
}

/** Runs workflows: one step after the other, until one fails. */
export class WorkflowRuns {
  readonly #rows: Collection<WorkflowRun>;

  constructor(
    private readonly workspace: Workspace,
    private readonly executions: Executions,
  ) {
    this.#rows = workspace.store.collection<WorkflowRun>("slack.runs");
  }

  all(): WorkflowRun[] {
    return this.#rows.all();
  }

  get(id: string): WorkflowRun | undefined {
    return this.#rows.get(id);
  }

  /** Starts a run; a run whose inputs are wrong or missing does not start, and the reasons are given back. */
  start(
    workflow: string,
    inputs: Values,
    trigger_id: string | null,
  ): { run: WorkflowRun } | { faults: string[] } {
    const { manifest, clock, ids } = this.workspace;
    const definition = manifest.workflows[workflow];
    if (!definition) return { faults: [`workflow_not_found: ${workflow}`] };
    const wrong = faults(manifest, definition.input_parameters, inputs);
    if (wrong.length > 0) return { faults: wrong };
    const run: WorkflowRun = {
      id: ids.slack("Wx"),
      workflow,
      trigger_id,
      inputs,
      steps: {},
      state: "running",
      error: null,
      executions: [],
      started: clock.now(),
      ended: null,
    };
    this.#step(run, definition, 0);
    return { run };
  }

  #step(run: WorkflowRun, definition: WorkflowDefinition, place: number): void {
    const { manifest, clock } = this.workspace;
    const step = definition.steps[place];
    if (!step) return this.#end(run, "completed", null);
    const inputs = fillAll(step.inputs, {
      inputs: run.inputs,
      steps: run.steps,
    });
    if (step.function_id === DELAY) {
      this.#save(run, "changed");
      const minutes = Number(inputs.minutes_to_delay);
      clock.after(
        minutes * 60_000,
        () => this.#step(run, definition, place + 1),
      );
      return;
    }
    const callback_id = step.function_id.replace(OWN, "");
    const wrong = faults(
      manifest,
      manifest.functions[callback_id]?.input_parameters ??
        { properties: {}, required: [] },
      inputs,
    );
    if (wrong.length > 0) {
      return this.#end(
        run,
        "errored",
        `parameter_validation_failed: ${callback_id}: ${wrong.join("; ")}`,
      );
    }
    const execution = this.executions.start(
      callback_id,
      inputs,
      run.id,
      (ended) => this.#stepEnded(run, definition, place, ended),
    );
    run.executions.push(execution.id);
    this.#save(run, "changed");
  }

  #stepEnded(
    run: WorkflowRun,
    definition: WorkflowDefinition,
    place: number,
    execution: Execution,
  ): void {
    if (execution.state !== "completed") {
      return this.#end(
        run,
        "errored",
        `${execution.callback_id}: ${execution.error}`,
      );
    }
    const id = definition.steps[place]?.id ?? String(place);
    run.steps[id] = execution.outputs ?? {};
    this.#step(run, definition, place + 1);
  }

  #end(
    run: WorkflowRun,
    state: WorkflowRun["state"],
    error: string | null,
  ): void {
    run.state = state;
    run.error = error;
    run.ended = this.workspace.clock.now();
    this.#save(run, "ended");
  }

  #save(run: WorkflowRun, action: string): void {
    this.#rows.put(run.id, run);
    this.workspace.changes.emit({ kind: "run", action, id: run.id });
  }
}
