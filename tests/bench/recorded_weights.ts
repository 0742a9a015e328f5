import recorded from "./weights.json" with { type: "json" };
import type { Bundle } from "../rehearsal/bundles.ts";

/** What is compared of a bundle. */
type Weighed = Pick<Bundle, "callbackId" | "bytes">;

/** Bytes of each function's bundle, as last agreed on. */
export const RECORDED: Record<string, number> = recorded;

/** How much a bundle may grow before somebody has to say why. */
const LEEWAY = 1.1;

/** Which bundles have grown without a word, a sentence each; empty when none has. */
export function grownBundles(
  bundles: Weighed[],
  before: Record<string, number> = RECORDED,
): string[] {
  return bundles.flatMap(({ callbackId, bytes }) => {
    const known = before[callbackId];
    if (known === undefined) return [`${callbackId} was never weighed`];
    return bytes <= known * LEEWAY
      ? []
      : [`${callbackId} grew from ${known} to ${bytes} bytes`];
  });
}

/** Records what the bundles weigh from now on: to be committed together with the reason. */
export async function record(bundles: Weighed[]): Promise<void> {
  const weights = Object.fromEntries(
    bundles.map(({ callbackId, bytes }) => [callbackId, bytes]),
  );
  await Deno.writeTextFile(
    new URL("weights.json", import.meta.url),
    JSON.stringify(weights, null, 2) + "\n",
  );
}
