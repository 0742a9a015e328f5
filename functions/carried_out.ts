import { Outage } from "../bridge/refusal.ts";

/**
 * Carries out what a run is for, and logs how it ended, where there is anything to tell: ids only, never a body. What
 * an end cannot do now is left to catch-up, and the run ends well: an error would ping every admin. Anything else is
 * a bug, and is thrown.
 */
export async function carriedOut(
  work: () => Promise<unknown>,
  ...ids: string[]
): Promise<{ outputs: Record<never, never> }> {
  try {
    const outcome = await work();
    // The id of a view, or nothing, tells nobody anything.
    const words = typeof outcome === "object"
      ? [...ids, JSON.stringify(outcome)]
      : ids;
    if (words.length > 0) console.log(...words);
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(...ids, `left to catch-up: ${error.name} ${error.message}`);
  }
  return { outputs: {} };
}
