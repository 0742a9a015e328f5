import { Outage } from "./refusal.ts";

/** Does what an end may not be able to do now; null then. */
export async function unlessOut<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(`left to whoever comes next: ${error.message}`);
    return null;
  }
}
