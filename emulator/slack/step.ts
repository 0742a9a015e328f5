import type { Executions } from "./executions.ts";
import { readTyped } from "./values.ts";
import { faults } from "./values.ts";
import type { Workspace } from "./workspace.ts";

/** What became of a step. */
export interface StepResult {
  execution_id: string | null;
  outputs?: Record<string, unknown>;
  error?: string;
}

/** Runs one function by itself. No user stands behind it, so interactivity cannot be given to it. */
export function runStep(
  workspace: Workspace,
  executions: Executions,
  callback_id: string,
  inputs: Record<string, unknown>,
): Promise<StepResult> {
  const definition = workspace.manifest.functions[callback_id];
  if (!definition) {
    return Promise.resolve({ execution_id: null, error: "function_not_found" });
  }
  const set = definition.input_parameters;
  if (
    Object.values(set.properties).some(({ type }) =>
      type === "slack#/types/interactivity"
    )
  ) {
    return Promise.resolve({
      execution_id: null,
      error:
        "functions with interactivity are not supported in Workflow Builder",
    });
  }
  const values = readTyped(set, inputs);
  const wrong = faults(workspace.manifest, set, values);
  if (wrong.length > 0) {
    return Promise.resolve({
      execution_id: null,
      error: `parameter_validation_failed: ${wrong.join("; ")}`,
    });
  }
  return new Promise((resolve) => {
    executions.start(callback_id, values, null, (execution) => {
      resolve({
        execution_id: execution.id,
        ...(execution.state === "completed"
          ? { outputs: execution.outputs ?? {} }
          : { error: execution.error ?? execution.state }),
      });
    });
  });
}
