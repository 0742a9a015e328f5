/** What the emulator keeps a record of, as it shows it. Times are milliseconds since the Unix epoch. */

/** One API call. */
export interface CallRecord {
  seq: number;
  side: "slack" | "carrier";
  method: string;
  /** `send_text Fx0…` for a run of a function, else who it was. */
  caller: string;
  start: number;
  /** Null while it is under way. */
  end: number | null;
  /** `ok`, or the vendor's code. */
  outcome: string | null;
  /** The vendor's reason for a refusal. */
  detail?: string;
}

/** One run of a function. */
export interface Execution {
  id: string;
  callback_id: string;
  run_id: string | null;
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown> | null;
  state: "running" | "completed" | "errored" | "timed_out";
  error: string | null;
  started: number;
  ended: number | null;
}

/** One run of a workflow. */
export interface WorkflowRun {
  id: string;
  workflow: string;
  trigger_id: string | null;
  state: string;
  error: string | null;
  executions: string[];
}

/** One pull of a trigger. */
export interface Firing {
  id: string;
  at: number;
  name: string;
  kind: string;
  run_id: string | null;
  faults: string[];
}

export interface RunLog {
  runs: WorkflowRun[];
  executions: Execution[];
  firings: Firing[];
}

/** One errand of the carrier's webhooks. */
export interface WebhookRecord {
  seq: number;
  kind: string;
  message_sid: string;
  url: string;
  status: string | null;
  tries: {
    at: number;
    end: number | null;
    outcome: number | string | null;
  }[];
  outcome: string;
}

/** `10:42:07.123` in the reader's time zone. */
export function clockTime(ms: number): string {
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}:${
    two(date.getSeconds())
  }.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

/** `340 ms`, `2.1 s`, or that it is under way. */
export function shownLength(start: number, end: number | null): string {
  if (end === null) return "under way";
  const ms = Math.round(end - start);
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
