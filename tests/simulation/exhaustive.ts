/**
 * Kills each journey at its every call. `exhaustive.ts [WORDS]` tries only those with these words in their names.
 */
import type { JourneyReport } from "./run_journey.ts";
import { sideBySide, WORKERS } from "./side_by_side.ts";

/** Violations that are told with their whole trace. */
const TOLD = 3;

const start = performance.now();
const tried = new Map<string, number>();
let broken = 0;
const reports = sideBySide<JourneyReport>(
  new URL("exhaustive_worker.ts", import.meta.url),
  (worker) => [worker, WORKERS, Deno.args[0] ?? ""],
);
for await (const report of reports) {
  tried.set(report.journey, (tried.get(report.journey) ?? 0) + 1);
  if (report.violations.length > 0) tell(report, broken++ < TOLD);
}
for (const [journey, times] of tried) {
  console.log(`${String(times).padStart(6)} × ${journey}`);
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  broken === 0
    ? `no violation, ${seconds} s`
    : `violations after ${broken} deaths, ${seconds} s`,
);
Deno.exit(broken > 0 ? 1 : 0);

function tell(
  { journey, death, violations, trace }: JourneyReport,
  isWhole: boolean,
): void {
  console.log(
    death
      ? `\n${journey}: dies ${death.when} call ${death.call}, ${
        death.again ? "is run again" : "is not run again"
      }`
      : `\n${journey}: nobody dies`,
  );
  for (const { invariant, sentence } of violations) {
    console.log(`  ${invariant}: ${sentence}`);
  }
  if (isWhole) { for (const line of trace) console.log(`    ${line}`); }
}
