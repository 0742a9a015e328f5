/**
 * Imports ten thousand contacts on the emulator, with Slack's rates and in its function time limit, and tells what that
 * costs; fails when it is too much. What `deno task bench:import` is; a number after it is how many lines to import.
 */
import { importFigures } from "./import_figures.ts";
import { brokenImportBudgets } from "./import_budgets.ts";

const figures = await importFigures(Number(Deno.args[0] ?? 10_000));
const { report, calls, busiest } = figures;
const words = (counts: Record<string, number>) =>
  Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(", ");
console.log(
  [
    `lines             ${figures.lines}`,
    `in the report     ${words(report)}`,
    `runs              ${figures.runs}`,
    `virtual seconds   ${figures.seconds} in all, ${
      figures.longest.toFixed(1)
    } for the longest run`,
    `progress          shown ${figures.shown.length} times: ${
      figures.shown.slice(0, 6).join(", ")
    } …`,
    `calls             ${words(calls)}`,
    `in any minute     ${words(busiest)}`,
    `refused for haste ${figures.refused}`,
    `milliseconds      ${
      figures.msPerLine.toFixed(2)
    } a line, with the emulator's`,
  ].join("\n"),
);
const broken = brokenImportBudgets(figures);
for (const sentence of broken) console.error(`over budget: ${sentence}`);
Deno.exitCode = broken.length > 0 ? 1 : 0;
