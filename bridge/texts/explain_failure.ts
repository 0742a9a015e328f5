import type { Ends, Place, Spot, ThreadMessage } from "../ports.ts";
import type { Refusal } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { markFor, WAITING_MARK } from "../sms/status.ts";
import { SKEW } from "../timing.ts";

/** How long whoever marked a message first has for saying why (milliseconds), before others look whether it was said. */
const COURTESY = 3_000;

/** Within what time (milliseconds) nobody else can have said it. */
const HASTE = 1_500;

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
  const start = clock.now();
  const claim = await desk.claim(spot, markFor("failed"));
  if (claim === "gone") return;
  if (claim === "unknown") await desk.mark(spot, markFor("failed"));
  const wonAt = claim === "won" ? start : null;
  if (claim !== "lost") await explain(ends, place, spot, refusal, wonAt);
  // A line that is marked so counts as told of, also where its copy is gone since.
  for (const mirror of mirrors) await desk.mark(mirror, markFor("failed"));
  await desk.unmark(spot, WAITING_MARK);
}

/**
 * Says in the thread why a message failed that is marked so already, unless another run has said it.
 * @param wonAt when this run began to mark it (milliseconds), where the mark is its own: then an earlier failure does not count.
 */
export async function explain(
  ends: Ends,
  place: Place,
  spot: Spot & { request?: string | null },
  refusal: Refusal,
  wonAt: number | null = null,
): Promise<void> {
  const { clock, desk, settings } = ends;
  const retryUrl = refusal.canRetry ? (await settings.read()).retryUrl : null;
  if (wonAt === null) await clock.sleep(COURTESY);
  const since = wonAt === null ? tsToMs(spot.ts) : wonAt - SKEW;
  // In a direct channel it is said under the message itself: all the channel's threads need not be read for it.
  const isAlone = place.direct && spot.request;
  const around = isAlone ? { ...place, ts: spot.ts, direct: false } : place;
  const said = async () =>
    (await desk.thread(around, since)).messages
      .find(({ about }) => about === spot.ts);
  const isDoubtful = wonAt === null || clock.now() - wonAt > HASTE;
  if (isDoubtful && await said()) return;
  const mine = await desk.explainFailure(
    place,
    spot,
    refusal,
    String(clock.now()),
    retryUrl ?? undefined,
  );
  // Of several who say it at the same moment the first one stands.
  const first = isDoubtful ? await said() : undefined;
  if (first && first.ts !== mine.ts) await desk.remove(mine);
}

/** Whether a message is marked as failed and nothing in its thread says why: the run that marked it died. */
export function isUnexplained(
  { ts, marks }: ThreadMessage,
  messages: ThreadMessage[],
): boolean {
  return marks.includes(markFor("failed")) &&
    !messages.some(({ about }) => about === ts);
}
