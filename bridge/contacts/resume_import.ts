import type { HourlyEnds } from "../ports.ts";

/** The name under which an import's runs are arranged. */
export const IMPORT_ERRAND = "Import contacts";

/** After which silence (milliseconds) no run of an import is to come. */
const LOST = 5 * 60_000;

/** Has an import go on whose last run died before it could arrange the next. */
export async function resumeImport(
  { clock, contactImports, errands }: HourlyEnds,
): Promise<void> {
  const state = await contactImports.underWay();
  const now = clock.now();
  if (!state || now < Math.max(state.busyUntil, state.at) + LOST) return;
  await errands.callOff(IMPORT_ERRAND);
  await errands.arrange("import_contacts", IMPORT_ERRAND, now);
}
