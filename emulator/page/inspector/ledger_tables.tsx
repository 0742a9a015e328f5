import type { JSX } from "preact";
import { readable } from "../phones/readable.ts";
import {
  type CallRecord,
  clockTime,
  type RunLog,
  shownLength,
  type WebhookRecord,
} from "./records.ts";
import { Table } from "./table.tsx";
import { useCalls, useRecord } from "./use_record.ts";

type Row = Record<string, unknown>;

/** How many of a ledger's newest rows are drawn. */
const most = 200;

function newest<T>(rows: T[] | null): T[] {
  return (rows ?? []).slice(-most).reverse();
}

/** Triggers that were pulled, and what came of it. */
export function Firings({ tick }: { tick: number }): JSX.Element {
  const log = useRecord<RunLog>("/desk/runs", tick);
  const runs = new Map(log?.runs.map((run) => [run.id, run]));
  return (
    <Table
      caption="Trigger firings"
      rows={(log?.firings ?? []).map(({ at, name, kind, run_id, faults }) => ({
        at: clockTime(at),
        trigger: name,
        kind,
        workflow: runs.get(run_id ?? "")?.workflow ?? "",
        outcome: run_id
          ? runs.get(run_id)?.error ?? runs.get(run_id)?.state ?? "started"
          : `not started: ${faults.join("; ")}`,
        run: run_id ?? "",
      }))}
    />
  );
}

function callRow({ seq, start, end, ...call }: CallRecord): Row {
  return {
    "#": seq,
    at: clockTime(start),
    side: call.side,
    method: call.method,
    caller: call.caller,
    outcome: call.outcome ?? "under way",
    took: shownLength(start, end),
    reason: call.detail ?? "",
  };
}

/** Every API call of both vendors. */
export function Calls({ tick }: { tick: number }): JSX.Element {
  const calls = useCalls(tick);
  return <Table caption="API calls" rows={newest(calls).map(callRow)} />;
}

function webhookRow(record: WebhookRecord): Row {
  const [first] = record.tries;
  const last = record.tries.at(-1);
  return {
    at: first ? clockTime(first.at) : "",
    webhook: record.kind,
    status: record.status ?? "",
    of: record.message_sid,
    outcome: record.outcome,
    tries: record.tries.map(({ outcome }) => outcome ?? "…").join(" "),
    took: first && last ? shownLength(first.at, last.end) : "",
    url: record.url,
  };
}

interface CarrierText {
  sid: string;
  direction: string;
  from: string;
  to: string;
  status: string;
  error_code: number | null;
  num_segments: number;
  created: number;
  updated: number;
}

/** What the carrier carried, and whom it told. */
export function CarrierLog({ tick }: { tick: number }): JSX.Element {
  const webhooks = useRecord<WebhookRecord[]>("/carrier/log", tick);
  const texts = useRecord<CarrierText[]>("/carrier/texts", tick);
  const calls = useRecord<
    { at: number; from: string; outcome: string; words: string }[]
  >("/carrier/calls", tick);
  return (
    <>
      <Table caption="Webhooks" rows={newest(webhooks).map(webhookRow)} />
      <Table
        caption="Texts"
        rows={newest(texts).map((text) => ({
          at: clockTime(text.created),
          direction: text.direction,
          from: readable(text.from),
          to: readable(text.to),
          status: text.status,
          error: text.error_code ?? "",
          segments: text.num_segments,
          settled: shownLength(text.created, text.updated),
          sid: text.sid,
        }))}
      />
      <Table
        caption="Calls"
        rows={newest(calls).map(({ at, from, outcome, words }) => ({
          at: clockTime(at),
          from: readable(from),
          outcome,
          words,
        }))}
      />
    </>
  );
}

/** The app's tables, row by row. */
export function Datastores({ tick }: { tick: number }): JSX.Element {
  const tables = useRecord<Record<string, Row[]>>("/desk/datastores", tick);
  return (
    <>
      {Object.entries(tables ?? {}).map(([name, rows]) => (
        <Table key={name} caption={name} rows={rows.slice(0, most)} />
      ))}
    </>
  );
}
