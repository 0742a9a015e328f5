import { buildPlainStage } from "./baseline/plain_stage.ts";
import { type Measure, measure, type MeasuredJourney } from "./measure.ts";
import { MEASURED_JOURNEYS } from "./measured_journeys.ts";
import { QUIET_JOURNEYS } from "./quiet_journeys.ts";
import { SMALLEST, type Smallest } from "./smallest.ts";

/** A journey as the product does it, as one would first write it, and the least that it could cost. */
export interface Comparison {
  journey: string;
  ours: Measure;
  plain: Measure;
  smallest: Smallest;
}

/** Every journey that is compared. */
export const COMPARED: MeasuredJourney[] = [
  ...MEASURED_JOURNEYS,
  ...QUIET_JOURNEYS,
];

/** Plays a journey twice, each time in a world of its own. */
export async function compare(journey: MeasuredJourney): Promise<Comparison> {
  const smallest = SMALLEST[journey.journey];
  if (!smallest) throw new Error(`no smallest for: ${journey.journey}`);
  return {
    journey: journey.journey,
    ours: await measure(journey),
    plain: await measure(journey, buildPlainStage),
    smallest,
  };
}

export const COLUMNS = [
  "visible",
  "created",
  "settled",
  "calls",
  "runs",
  "workflows",
] as const;

/** What cannot be, in sentences: that something costs less than the least, or that a journey takes longer than in the plain design. */
export function contradictions(
  { journey, ours, plain, smallest }: Comparison,
): string[] {
  const impossible = COLUMNS.filter((column) =>
    (ours[column] ?? Infinity) < (smallest[column] ?? 0)
  ).map((column) =>
    `${journey}: ${column} ${ours[column]}, less than the least, ${
      smallest[column]
    }`
  );
  const slower = (["settled", "runs"] as const).filter((column) =>
    (ours[column] ?? 0) > (plain[column] ?? Infinity)
  ).map((column) =>
    `${journey}: ${column} ${ours[column]}, plainly ${plain[column]}`
  );
  return [...impossible, ...slower];
}

/** A line for each journey: ours, plain and smallest side by side in each column. */
export function table(comparisons: Comparison[]): string {
  const rows = [
    ["ours / plain / smallest", ...COLUMNS, "why not less"],
    ...comparisons.map(({ journey, ours, plain, smallest }) => [
      journey,
      ...COLUMNS.map((column) =>
        [ours, plain, smallest].map((each) => each[column] ?? "–").join(" / ")
      ),
      smallest.why,
    ]),
  ];
  const width = (column: number) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row.map((cell, column) => cell.padEnd(width(column))).join("  ").trimEnd()
  ).join("\n");
}
