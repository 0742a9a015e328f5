/**
 * Weighs every function as `slack deploy` bundles it, and measures how long it takes to start. What
 * `deno task bench:weight` is; `--json` prints one JSON object instead of a table, `--record` the weights that the
 * rehearsal holds them to from now on.
 */
import { parseArgs } from "node:util";
import {
  type Bundle,
  bundleFunction,
  bundleFunctions,
} from "../rehearsal/bundles.ts";
import { denos } from "../rehearsal/denos.ts";
import { type ColdImport, coldImport } from "./cold_import.ts";
import { record } from "./recorded_weights.ts";
import { weigh, type Weight } from "./weight.ts";
import { missedGoals } from "./weight_goals.ts";

/** How often each bundle is imported under each Deno. */
const PAIRS = 7;

/** A bundle's weight, and how long it takes to be imported. */
interface Measured extends Weight {
  coldImports: ColdImport[];
}

async function measureAll(
  bundles: Bundle[],
  sdkAlone: Bundle,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const bundle of bundles) {
    const coldImports: ColdImport[] = [];
    for (const deno of await versions) {
      coldImports.push(await coldImport(bundle, sdkAlone, deno, PAIRS));
    }
    measured.push({ ...await weigh(bundle), coldImports });
  }
  return measured;
}

function table(measured: Measured[]): string {
  const width = Math.max(
    ...measured.map(({ callbackId }) => callbackId.length),
  );
  return measured.map(
    ({ callbackId, bytes, gzipped, coldImports, heaviest }) => {
      const imports = coldImports.map(({ deno, milliseconds, ratio }) =>
        `${milliseconds.toFixed(1)} ms (${ratio.toFixed(2)} ×) under ${deno}`
      );
      const parts = Object.entries(heaviest)
        .map(([part, size]) => `${part} ${kilobytes(size)}`);
      return [
        `${callbackId.padEnd(width)}  ${kilobytes(bytes)} kB`,
        `${kilobytes(gzipped)} kB gzipped`,
        ...imports,
      ].join(", ") + `\n${" ".repeat(width + 2)}${parts.join(", ")}`;
    },
  ).join("\n");
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

const { values } = parseArgs({
  options: { json: { type: "boolean" }, record: { type: "boolean" } },
});
const versions = denos();
const directory = await Deno.makeTempDir({ prefix: "weight-" });
try {
  const bundles = await bundleFunctions(directory);
  if (values.record) {
    await record(bundles);
  } else {
    const sdkAlone = await bundleFunction(
      "sdk_alone",
      "tests/bench/sdk_alone.ts",
      directory,
    );
    const measured = await measureAll([sdkAlone, ...bundles], sdkAlone);
    const missed = measured.flatMap(missedGoals);
    console.log(
      values.json
        ? JSON.stringify({ pairs: PAIRS, measured, missed }, null, 2)
        : [
          `Bundles, cold imports (the median of ${PAIRS}, and × Slack's SDK alone), heaviest parts in kB`,
          table(measured),
          ["Goals that are missed", ...missed].join("\n"),
        ].join("\n\n"),
    );
  }
} finally {
  await Deno.remove(directory, { recursive: true });
}
