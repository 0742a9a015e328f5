import type { Bundle } from "../rehearsal/bundles.ts";
import type { DenoVersion } from "../rehearsal/denos.ts";

/** How long a bundle takes to be imported by a process that has just begun. */
export interface ColdImport {
  /** The version of Deno. */
  deno: string;
  milliseconds: number;
  /** How often as long as the other bundle, which was imported just before. */
  ratio: number;
}

/**
 * Imports two bundles by turns, each time in a process of its own, as Slack does at a function's first run.
 * @returns the medians for the bundle; the ratio is that of each pair, so that a busy machine slows down both.
 */
export async function coldImport(
  bundle: Bundle,
  other: Bundle,
  deno: DenoVersion,
  pairs: number,
): Promise<ColdImport> {
  const times: number[] = [];
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const before = await importOnce(other, deno);
    const time = await importOnce(bundle, deno);
    times.push(time);
    ratios.push(time / before);
  }
  return {
    deno: deno.version,
    milliseconds: median(times),
    ratio: median(ratios),
  };
}

async function importOnce(
  { callbackId, path }: Bundle,
  deno: DenoVersion,
): Promise<number> {
  const entry = path.replace(/\.js$/, ".timed.js");
  await Deno.writeTextFile(
    entry,
    `const begun = performance.now();\n` +
      `await import("./${callbackId}.js");\n` +
      `console.log(performance.now() - begun);\n`,
  );
  const { success, stdout, stderr } = await new Deno.Command(deno.path, {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--no-config",
      // Without it, Deno 1 knows whole milliseconds only.
      ...(deno.version.startsWith("1.") ? ["--allow-hrtime"] : []),
      entry,
    ],
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (success) return Number(decoder.decode(stdout));
  const said = decoder.decode(stderr);
  throw new Error(`${callbackId} cannot be imported: ${said}`);
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
