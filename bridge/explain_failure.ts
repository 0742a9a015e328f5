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
  const { desk } = ends;
  const { place, spot, mirrors } = message;
  const [marked] = await Promise.all([
    desk.mark(spot, markFor("failed")),
    ...mirrors.map((each) => desk.mark(each, markFor("failed"))),
  ]);
  if (marked === "added") await explainAgain(ends, place, spot, refusal);
  await desk.unmark(spot, WAITING_MARK);
}

/** Says in the thread why a message failed, for one that is marked so already. */
export async function explainAgain(
  { clock, desk, settings }: Ends,
  place: Place,
  spot: Spot,
  refusal: Refusal,
): Promise<void> {
  const retryUrl = refusal.canRetry ? (await settings.read()).retryUrl : null;
  await desk.explainFailure(
    place,
    spot,
    refusal,
    String(clock.now()),
    retryUrl ?? undefined,
  );
}
