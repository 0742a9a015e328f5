import type { ImportFigures } from "./import_figures.ts";

/** Seconds that a run may take: Slack ends it at 60. */
const LONGEST_RUN = 45;

/** Lines that a minute takes in at least. */
const PACE = 250;

/** Real milliseconds that a line may cost. */
const MS_PER_LINE = 10;

/**
 * Calls in any minute by method, of those that Slack lets through: 100, or 50 of the bulk ones. What is left is for the
 * texts that come and go. https://docs.slack.dev/apis/web-api/rate-limits
 */
const RATES: Record<string, number> = {
  "apps.datastore.bulkGet": 45,
  "apps.datastore.bulkPut": 45,
  "apps.datastore.get": 20,
  "apps.datastore.put": 60,
  "apps.datastore.update": 60,
  "apps.datastore.query": 20,
  "views.update": 60,
};

/** What an import did too slowly, too hastily or not at all, a sentence each. */
export function brokenImportBudgets(figures: ImportFigures): string[] {
  const { lines, report, runs, seconds, longest, shown } = figures;
  const reported = Object.values(report).reduce((sum, each) => sum + each, 0);
  const minutes = Math.ceil(lines / PACE) + 1;
  return [
    reported !== lines && `the report has ${reported} of ${lines} lines`,
    longest > LONGEST_RUN && `a run takes ${longest} seconds`,
    seconds > minutes * 60 && `it takes ${seconds} seconds`,
    shown.length < runs && `progress is shown ${shown.length} times only`,
    figures.refused > 0 && `Slack refuses ${figures.refused} calls`,
    figures.msPerLine > MS_PER_LINE && `${figures.msPerLine} ms a line`,
    ...Object.entries(figures.busiest).map(([method, most]) => {
      const rate = RATES[method] ?? 20;
      return most > rate && `${method} ${most} times in a minute`;
    }),
  ].filter((each) => typeof each === "string");
}
