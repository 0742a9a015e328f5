import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { JsonView } from "./json_view.tsx";
import {
  type CallRecord,
  clockTime,
  type Execution,
  type RunLog,
  shownLength,
} from "./records.ts";
import { useCalls, useRecord } from "./use_record.ts";
import { Waterfall } from "./waterfall.tsx";

const marks: Record<Execution["state"], string> = {
  running: "…",
  completed: "✓",
  errored: "✕",
  timed_out: "✕",
};

function callsOf(calls: CallRecord[], execution: Execution): CallRecord[] {
  return calls.filter(({ caller }) => caller.endsWith(` ${execution.id}`));
}

/** Runs of functions, the newest first, and everything about the one that is chosen. */
export function FunctionRuns({ tick }: { tick: number }): JSX.Element {
  const log = useRecord<RunLog>("/desk/runs", tick);
  const calls = useCalls(tick);
  const [chosen, setChosen] = useState("");
  const executions = log?.executions ?? [];
  const shown = executions.find(({ id }) => id === chosen) ?? executions[0];
  if (!log) return <p class="none">Reading…</p>;
  if (!shown) return <p class="none">No function has run yet.</p>;
  return (
    <div class="split">
      <ol class="runs" aria-label="Function runs">
        {executions.map((execution) => (
          <li key={execution.id}>
            <button
              type="button"
              aria-pressed={execution === shown}
              onClick={() => setChosen(execution.id)}
            >
              <span class={`mark ${execution.state}`} aria-hidden="true">
                {marks[execution.state]}
              </span>
              <b>{execution.callback_id}</b>
              <span class="hidden">{execution.state}</span>
              <small>
                {clockTime(execution.started)} ·{" "}
                {shownLength(execution.started, execution.ended)} ·{" "}
                {callsOf(calls, execution).length} calls
              </small>
            </button>
          </li>
        ))}
      </ol>
      <Detail
        key={shown.id}
        execution={shown}
        log={log}
        calls={callsOf(calls, shown)}
      />
    </div>
  );
}

function Detail(
  { execution, log, calls }: {
    execution: Execution;
    log: RunLog;
    calls: CallRecord[];
  },
): JSX.Element {
  const { id, callback_id, state, started, ended } = execution;
  const run = log.runs.find((one) => one.id === execution.run_id);
  const firing = log.firings.find((one) => one.run_id === execution.run_id);
  return (
    <article class="detail" aria-label={`${callback_id} ${id}`} tabIndex={0}>
      <h2>
        {callback_id} <small>{id} · {state.replace("_", " ")}</small>
      </h2>
      <p>
        {run ? `A step of the workflow ${run.workflow} (${run.id})` : "A step"}
        {firing && `, started by the ${firing.kind} trigger “${firing.name}”`}.
      </p>
      <JsonView title="Error" value={execution.error} />
      <Waterfall calls={calls} from={started} until={ended ?? started} />
      <JsonView title="Inputs" value={execution.inputs} />
      <JsonView title="Outputs" value={execution.outputs} />
    </article>
  );
}
