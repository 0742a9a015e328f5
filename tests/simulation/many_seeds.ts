import type { SeedReport } from "./run_seed.ts";
import { sideBySide } from "./side_by_side.ts";

/** Runs `count` seeds from `from` on in so many processes, and gives them as they come. */
export function manySeeds(
  from: number,
  count: number,
  workers: number,
): AsyncGenerator<SeedReport> {
  return sideBySide(
    new URL("seed_worker.ts", import.meta.url),
    () => [],
    workers,
    Array.from({ length: count }, (_, at) => from + at),
  );
}
