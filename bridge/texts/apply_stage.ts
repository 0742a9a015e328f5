import { recordRefusedByCarrier } from "../consent/record_consent.ts";
import type { Ends, Message } from "../ports.ts";
import { OptedOut } from "../refusal.ts";
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
    await fail(ends, { place, spot, mirrors }, reason);
    if (reason instanceof OptedOut) {
      await recordRefusedByCarrier(ends, place, tsToMs(spot.ts));
    }
    return;
  }
  await Promise.all(
    spots.map((each) => ends.desk.mark(each, markFor(stage))),
  );
}
