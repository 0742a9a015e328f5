import type { Ends, Place, Spot } from "./ports.ts";
import type { Refusal } from "./refusal.ts";
import { markFor, WAITING_MARK } from "./sms/status.ts";

/**
 * Marks a message that the carrier, or we before it, refused, and says why in one reply. The ❌ is won by one run
 * alone, so the reply comes once.
 */
export async function fail(
  ends: Ends,
  message: { place: Place; spot: Spot; mirrors: Spot[] },
  refusal: Refusal,
): Promise<void> {
  const { desk, settings } = ends;
  const { place, spot, mirrors } = message;
  const [marked] = await Promise.all([
    desk.mark(spot, markFor("failed")),
    ...mirrors.map((each) => desk.mark(each, markFor("failed"))),
  ]);
  if (marked === "added") {
    const retryUrl = refusal.canRetry
      ? (await settings.read()).retryUrl
      : undefined;
    await desk.explainFailure(place, spot, refusal, retryUrl ?? undefined);
  }
  await desk.unmark(spot, WAITING_MARK);
}
