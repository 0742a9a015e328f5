import type { Ends, Place, Spot, ThreadMessage } from "./ports.ts";
import type { Refusal } from "./refusal.ts";
import { tsToMs } from "./sms/place.ts";
import { markFor, WAITING_MARK } from "./sms/status.ts";

/** How long whoever marked a message first has for saying why (milliseconds). */
const COURTESY = 3_000;

/**
 * Marks a message that the carrier, or we before it, refused, and says why in one reply. The ❌ is won by one run
 * alone, so the reply comes once; where nobody knows who won it, the thread tells whether it has come.
 */
export async function fail(
  ends: Ends,
  message: { place: Place; spot: Spot; mirrors: Spot[] },
  refusal: Refusal,
): Promise<void> {
  const { desk, clock } = ends;
  const { place, spot, mirrors } = message;
  const claim = await desk.claim(spot, markFor("failed"));
  if (claim === "gone") return;
  for (const mirror of mirrors) await desk.mark(mirror, markFor("failed"));
  if (claim === "unknown") await desk.mark(spot, markFor("failed"));
  let isDue = claim === "won";
  if (claim === "unknown") {
    await clock.sleep(COURTESY);
    const { messages } = await desk.thread(place, tsToMs(spot.ts));
    isDue = !messages.some(({ about }) => about === spot.ts);
  }
  if (isDue) await explain(ends, place, spot, refusal);
  await desk.unmark(spot, WAITING_MARK);
}

/** Says in the thread why a message failed that is marked so already, unless another run has said it meanwhile. */
export async function explainAgain(
  ends: Ends,
  place: Place,
  spot: Spot,
  refusal: Refusal,
): Promise<void> {
  await explain(ends, place, spot, refusal, async () => {
    const { messages } = await ends.desk.thread(place, tsToMs(spot.ts));
    return !messages.some(({ about }) => about === spot.ts);
  });
}

async function explain(
  { clock, desk, settings }: Ends,
  place: Place,
  spot: Spot,
  refusal: Refusal,
  isDue = () => Promise.resolve(true),
): Promise<void> {
  const retryUrl = refusal.canRetry ? (await settings.read()).retryUrl : null;
  if (!await isDue()) return;
  await desk.explainFailure(
    place,
    spot,
    refusal,
    String(clock.now()),
    retryUrl ?? undefined,
  );
}

/** Whether a message is marked as failed and nothing in its thread says why: the run that marked it died. */
export function isUnexplained(
  { ts, marks }: ThreadMessage,
  messages: ThreadMessage[],
): boolean {
  return marks.includes(markFor("failed")) &&
    !messages.some(({ about }) => about === ts);
}
