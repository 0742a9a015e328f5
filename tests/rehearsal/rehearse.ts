/**
 * Rehearses a deployment: bundles every function, holds it to its recorded weight, imports each bundle, and tells the
 * main journeys with the bundles, under every Deno that may run them. What `deno task rehearse` is.
 */
import manifest from "../../manifest.ts";
import { grownBundles } from "../bench/recorded_weights.ts";
import { type Tally, testRun } from "../support/test_run.ts";
import { type Bundle, bundleFunctions, whyNotLoaded } from "./bundles.ts";
import { denos, type DenoVersion } from "./denos.ts";
import { MAIN_JOURNEYS } from "./main_journeys.ts";

/** What a deployed function may reach. */
const HOSTS = ["slack.com", ...manifest.outgoing_domains ?? []];

/** Files of journeys that are told at the same time: they mostly wait. */
const JOBS = 8;

async function rehearse(
  bundles: Bundle[],
  directory: string,
  { version, path }: DenoVersion,
): Promise<Tally> {
  const loaded = await loadAll(bundles, version, path);
  if (loaded.failed > 0) {
    console.error(`No journey can be told under Deno ${version}.`);
    return { ...loaded, failed: loaded.failed + MAIN_JOURNEYS.length };
  }
  const titles = MAIN_JOURNEYS.map((title) =>
    title.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
  );
  const told = await testRun([
    // The packages are there, and must stay there while the other Deno's journeys are told.
    "--node-modules-dir=manual",
    "--quiet",
    "--parallel",
    `--filter=/^(?:${titles.join("|")})$/`,
    "tests/journeys",
    "tests/rehearsal",
    "--",
    "--bundles",
    directory,
    "--deno",
    path,
  ], { quietly: true, jobs: JOBS });
  console.log(`\nThe main journeys under Deno ${version}`);
  console.log(told.output.trim());
  // A journey that got another title is not told, which is no success.
  const missing = MAIN_JOURNEYS.length - told.passed - told.failed;
  if (missing > 0) console.error(`${missing} of the main journeys not found`);
  return {
    passed: loaded.passed + told.passed,
    failed: loaded.failed + told.failed + Math.max(0, missing),
  };
}

async function loadAll(
  bundles: Bundle[],
  version: string,
  path: string,
): Promise<Tally> {
  const whys = await Promise.all(
    bundles.map((bundle) => whyNotLoaded(bundle, path, HOSTS)),
  );
  for (const [at, why] of whys.entries()) {
    if (why === null) continue;
    const name = bundles[at]?.callbackId;
    console.error(`${name} does not load under Deno ${version}:\n${why}`);
  }
  const failed = whys.filter((why) => why !== null).length;
  return { passed: whys.length - failed, failed };
}

function weighAll(bundles: Bundle[]): Tally {
  for (const { callbackId, bytes } of bundles) {
    console.log(`${String(bytes).padStart(9)} bytes  ${callbackId}`);
  }
  const grown = grownBundles(bundles);
  for (const sentence of grown) {
    console.error(
      `${sentence}: if it has to be, commit what "deno task bench:weight --record" writes, and say why.`,
    );
  }
  return { passed: bundles.length - grown.length, failed: grown.length };
}

const directory = await Deno.makeTempDir({ prefix: "bundles-" });
try {
  const bundles = await bundleFunctions(directory);
  const tallies = [
    weighAll(bundles),
    ...await Promise.all(
      (await denos()).map((each) => rehearse(bundles, directory, each)),
    ),
  ];
  const sum = (of: (tally: Tally) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  const failed = sum((tally) => tally.failed);
  console.log(`\n${sum((tally) => tally.passed)} passed, ${failed} failed`);
  Deno.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error);
  console.log("0 passed, 1 failed");
  Deno.exitCode = 1;
} finally {
  await Deno.remove(directory, { recursive: true });
}
