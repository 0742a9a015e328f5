import { type Fault, FAULTS } from "./faults.ts";
import type { SeedReport } from "./run_seed.ts";

/** What came of many seeds. */
export interface Tally {
  seeds: number;
  /** Virtual milliseconds covered. */
  virtual: number;
  faults: Partial<Record<Fault, number>>;
  violations: { seed: number; invariant: string }[];
}

export function emptyTally(): Tally {
  return { seeds: 0, virtual: 0, faults: {}, violations: [] };
}

/** Adds one seed. */
export function count(
  tally: Tally,
  { seed, faults, virtual, violations }: SeedReport,
): void {
  tally.seeds++;
  tally.virtual += virtual;
  for (const kind of FAULTS) {
    const times = faults[kind] ?? 0;
    if (times > 0) tally.faults[kind] = (tally.faults[kind] ?? 0) + times;
  }
  const broken = new Set(violations.map(({ invariant }) => invariant));
  for (const invariant of broken) tally.violations.push({ seed, invariant });
}
