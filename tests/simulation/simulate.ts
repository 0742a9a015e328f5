import { parseArgs } from "node:util";
import { excerpt } from "./excerpt.ts";
import { manySeeds } from "./many_seeds.ts";
import type { SeedReport } from "./run_seed.ts";
import { WORKERS } from "./side_by_side.ts";
import { count, emptyTally, type Tally } from "./tally.ts";

const USAGE =
  `deno task simulate [--seeds 300] [--from 1] [--workers 2] [--json] [--stop]
deno task simulate --seed S [--trace] [--json]

  --seeds    how many worlds are lived through, each from a seed of its own
  --from     the first seed
  --workers  how many of them at a time
  --seed     this one alone
  --trace    tells everything that happens in it
  --stop     ends at the first violation
  --json     prints nothing but the result, as JSON`;

/** Violations that are told in full; of the others, the seed is enough. */
const TOLD = 5;

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "300" },
    from: { type: "string", default: "1" },
    workers: { type: "string", default: String(WORKERS) },
    seed: { type: "string" },
    trace: { type: "boolean", default: false },
    stop: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  Deno.exit(0);
}
const say = values.json ? () => {} : console.log;
const start = performance.now();
const tally = emptyTally();
let told = 0;
for await (const report of reports()) {
  count(tally, report);
  if (values.trace) say(report.trace.join("\n"));
  if (report.violations.length === 0) continue;
  if (told++ < TOLD) tell(report);
  if (values.stop) break;
}
conclude(tally, (performance.now() - start) / 1000);
Deno.exit(tally.violations.length > 0 ? 1 : 0);

async function* reports(): AsyncGenerator<SeedReport> {
  if (values.seed === undefined) {
    const { from, seeds, workers } = values;
    yield* manySeeds(Number(from), Number(seeds), Number(workers));
  } else {
    // The workers have the world: this process has it only where it lives through it by itself.
    const { runSeed } = await import("./run_seed.ts");
    yield await runSeed(Number(values.seed));
  }
}

/** A violation, with what a person needs to understand it. */
function tell({ seed, violations, trace }: SeedReport): void {
  say(`\nseed ${seed}:`);
  for (const { invariant, sentence } of violations) {
    say(`  ${invariant}: ${sentence}`);
  }
  say(`  replay: deno task simulate --seed ${seed} --trace`);
  const [first] = violations;
  if (first && !values.trace) {
    for (const line of excerpt(trace, first.sentence)) say(`    ${line}`);
  }
}

function conclude(
  { seeds, virtual, faults, violations }: Tally,
  seconds: number,
): void {
  const perSecond = Math.round(seeds / seconds * 10) / 10;
  const virtualSeconds = Math.round(virtual / 1000);
  if (values.json) {
    console.log(JSON.stringify({
      seeds,
      seeds_per_second: perSecond,
      virtual_seconds: virtualSeconds,
      faults,
      violations,
    }));
    return;
  }
  const days = (virtualSeconds / 86_400).toFixed(1);
  say(`\n${seeds} seeds, ${perSecond} a second; ${days} virtual days`);
  for (const [kind, times] of Object.entries(faults)) {
    say(`  ${String(times).padStart(7)} × ${kind}`);
  }
  const broken = new Set(violations.map(({ seed }) => seed));
  say(
    broken.size === 0
      ? "no violation"
      : `violations in ${broken.size} seeds: ${
        [...broken].sort((a, b) => a - b).join(" ")
      }`,
  );
}
