/**
 * Makes `bridge/sms/numbering_plans.ts` from what libphonenumber-js brings, less how numbers are printed: as a text,
 * because a bundler spreads an object over ten times the room.
 * `deno run -A tests/support/numbering_plans.ts` writes it anew after the package has moved.
 */
import metadata from "libphonenumber-js/min/metadata";
import { ROOT } from "./source_files.ts";

/** Where the ways to print a number stand in a country's plan. */
const FORMATS = 4;

/** The plans of all countries, as JSON. */
export function numberingPlans(): string {
  const without = (plans: object) =>
    Object.fromEntries(
      Object.entries(plans).map(([name, plan]: [string, unknown[]]) => [
        name,
        plan.map((part, at) => at === FORMATS ? 0 : part),
      ]),
    );
  return JSON.stringify({
    ...metadata,
    countries: without(metadata.countries),
    nonGeographic: without(metadata.nonGeographic),
  });
}

/** The source file. */
export function numberingPlansSource(): string {
  return `// deno-fmt-ignore-file
// Which numbers there are in which country: made by tests/support/numbering_plans.ts from libphonenumber-js, whose
// data is that of Google's libphonenumber (https://github.com/google/libphonenumber, Apache License 2.0).
export const numberingPlans = () => String.raw\`${numberingPlans()}\`;
`;
}

if (import.meta.main) {
  const file = new URL("bridge/sms/numbering_plans.ts", ROOT);
  await Deno.writeTextFile(file, numberingPlansSource());
}
