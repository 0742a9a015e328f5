/**
 * Measures on the emulator what each journey costs, beside the plain design and the least that is possible, and fails
 * when a budget is broken. What `deno task bench` is; with `--json` it prints one JSON object instead of a table, and
 * with `--picture` it draws the picture in the README anew.
 */
import { parseArgs } from "node:util";
import { LATENCY } from "../support/stage.ts";
import { brokenBudgets } from "./budgets.ts";
import {
  compare,
  COMPARED,
  type Comparison,
  contradictions,
  table,
} from "./comparison.ts";
import type { Measure } from "./measure.ts";
import { picture } from "./picture.ts";

/** What the README shows. */
const PICTURE = new URL("../../assets/bench.svg", import.meta.url);

const LEGEND =
  `Rounds of calls (one after the other) until a text is visible, until the
carrier has it, and until all is settled; calls in all; runs of functions and of workflows. Each as ours / as one
would first write it / the least that is possible.`;

function callsByMethod(measures: Measure[]): string {
  return measures.map(({ journey, methods }) => {
    const calls = Object.entries(methods)
      .map(([method, times]) => times > 1 ? `${times}× ${method}` : method);
    return `${journey}: ${calls.join(", ")}`;
  }).join("\n");
}

const { values } = parseArgs({
  options: { json: { type: "boolean" }, picture: { type: "boolean" } },
});
const comparisons: Comparison[] = [];
for (const each of COMPARED) comparisons.push(await compare(each));
const measures = comparisons.map(({ ours }) => ours);
const broken = [
  ...brokenBudgets(measures),
  ...comparisons.flatMap(contradictions),
];
console.log(
  values.json
    ? JSON.stringify(
      { latency_ms: LATENCY, measures, comparisons, broken },
      null,
      2,
    )
    : [LEGEND, table(comparisons), callsByMethod(measures)].join("\n\n"),
);
const drawn = picture(comparisons);
if (values.picture) await Deno.writeTextFile(PICTURE, drawn);
else if (await Deno.readTextFile(PICTURE) !== drawn) {
  console.error(
    "The README's picture shows other figures: deno task bench --picture",
  );
}
for (const sentence of broken) console.error(`over budget: ${sentence}`);
Deno.exitCode = broken.length > 0 ? 1 : 0;
