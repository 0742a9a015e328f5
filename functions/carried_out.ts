import { Outage } from "../bridge/refusal.ts";

/**
 * Carries out what a run is for, and logs how it ended: ids only, never a body. What an end cannot do now is left to
 * catch-up, and the run ends well: an error would ping every admin. Anything else is a bug, and is thrown.
 */
export async function carriedOut(
  work: () => Promise<unknown>,
  ...ids: string[]
): Promise<{ outputs: Record<never, never> }> {
  try {
    console.log(...ids, JSON.stringify(await work()));
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(...ids, `left to catch-up: ${error.name} ${error.message}`);
  }
  return { outputs: {} };
}
