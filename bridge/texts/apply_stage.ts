import { recordRefusedByCarrier } from "../consent/record_consent.ts";
import type { Ends, Message } from "../ports.ts";
import { OptedOut, Outage } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { markFor } from "../sms/status.ts";
import { fail } from "./explain_failure.ts";

/** Puts the mark of a message's stage on every Slack message that carries its marks; a failure is explained. */
export async function applyStage(
  ends: Ends,
  { stage, place, spots }: Message,
  errorCode: number | null,
): Promise<void> {
  const [spot, ...mirrors] = spots;
  if (!spot) return;
  if (stage === "failed") {
    const reason = ends.carrier.explain(errorCode);
    try {
      await fail(ends, { place, spot, mirrors }, reason);
    } catch (error) {
      // A copy in a lost channel can be marked no more; the line that it was typed as stands elsewhere.
      const isLost = error instanceof Outage && error.isShutOut;
      for (const each of isLost ? mirrors : []) {
        await ends.desk.mark(each, markFor("failed"));
      }
      throw error;
    }
    if (reason instanceof OptedOut) {
      await recordRefusedByCarrier(ends, place, tsToMs(spot.ts));
    }
    return;
  }
  await Promise.all(
    spots.map((each) => ends.desk.mark(each, markFor(stage))),
  );
}
