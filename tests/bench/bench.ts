/**
 * Measures on the emulator what each journey costs in calls, and fails when a budget is broken. What `deno task bench`
 * is; with `--json` it prints one JSON object instead of a table.
 */
import { parseArgs } from "node:util";
import { LATENCY } from "../support/stage.ts";
import { brokenBudgets } from "./budgets.ts";
import { type Measure, measure } from "./measure.ts";
import { MEASURED_JOURNEYS } from "./measured_journeys.ts";

const HEADS = ["journey", "visible", "created", "settled", "calls"];

function table(measures: Measure[]): string {
  const rows = [
    HEADS,
    ...measures.map(({ journey, visible, created, settled, calls }) => [
      journey,
      String(visible ?? "–"),
      String(created ?? "–"),
      String(settled),
      String(calls),
    ]),
  ];
  const width = (column: number) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row, at) => {
    const methods = Object.entries(measures[at - 1]?.methods ?? {})
      .map(([method, times]) => times > 1 ? `${times}× ${method}` : method);
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column))
    );
    return [...cells, at === 0 ? "calls by method" : methods.join(", ")]
      .join("  ");
  }).join("\n");
}

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const measures: Measure[] = [];
for (const each of MEASURED_JOURNEYS) measures.push(await measure(each));
const broken = brokenBudgets(measures);
console.log(
  values.json
    ? JSON.stringify({ latency_ms: LATENCY, measures, broken }, null, 2)
    : `Rounds of calls (one after the other) and calls in all\n\n${
      table(measures)
    }`,
);
for (const sentence of broken) console.error(`over budget: ${sentence}`);
Deno.exitCode = broken.length > 0 ? 1 : 0;
