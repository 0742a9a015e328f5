import type { Outgoing } from "../outgoing.ts";
import type { CarrierText, Ends, Message } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { isFinal, type Stage, WAITING_MARK } from "../sms/status.ts";
import { LOOKS, RUN_LIFE } from "../timing.ts";
import { applyStage } from "./apply_stage.ts";

/** The name under which runs are arranged that mark what Slack took no mark for. */
export const MARK_ERRAND = "Mark a text";

/**
 * Looks at the carrier's record of a text that has just left until its fate is known or the watch is over. The text
 * is remembered and its ⏳ taken off with the first look; news after the last one ring the bell.
 * @param start when the run began (milliseconds); the looks are counted from there.
 * @param answeredAt when the pin was taken off (milliseconds); null when it was left.
 */
export async function watchText(
  ends: Ends,
  { place, spot, mirrors, unwatched, by }: Outgoing,
  text: CarrierText,
  start: number,
  answeredAt: number | null,
): Promise<{ sid: string; stage: Stage }> {
  const { clock, carrier, desk, messages } = ends;
  let message: Message = {
    sid: text.sid,
    place,
    spots: [spot, ...mirrors],
    stage: "sent",
    answeredAt,
    by,
  };
  if (unwatched) {
    await messages.save(message);
    await desk.unmark(spot, WAITING_MARK);
    return { sid: text.sid, stage: message.stage };
  }
  for (const [look, after] of LOOKS.entries()) {
    await clock.sleep(Math.max(0, start + after - clock.now()));
    const seen = await carrier.text(text.sid) ?? text;
    const told = { ...message, stage: seen.stage };
    // The marks come first: while ⏳ stands and no row says otherwise, catch-up knows that something may be missing.
    const hasNews = isFinal(seen.stage) &&
      await isApplied(ends, told, seen.errorCode);
    if (hasNews) message = told;
    if (look === 0 && isFinal(seen.stage) && !hasNews) {
      await markLater(ends, text.sid);
    }
    if (look === 0 || hasNews) await messages.save(message);
    // Of a text that failed it has been taken off: by now it may be the ⏳ of a Retry.
    const isOff = hasNews && message.stage === "failed";
    if (look === 0 && !isOff) await desk.unmark(spot, WAITING_MARK);
    if (hasNews) break;
  }
  return { sid: text.sid, stage: message.stage };
}

/** @returns false where Slack takes no more marks now: then the text counts as sent, and is looked at again. */
async function isApplied(
  ends: Ends,
  message: Message,
  errorCode: number | null,
): Promise<boolean> {
  try {
    await applyStage(ends, message, errorCode);
    return true;
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(`${message.sid}: marked later: ${error.message}`);
    return false;
  }
}

/** Has a text looked at again when Slack's minute is over, in which it takes no more marks. */
async function markLater(
  { clock, errands }: Ends,
  sid: string,
): Promise<void> {
  await errands.arrange(
    "update_status",
    MARK_ERRAND,
    clock.now() + RUN_LIFE,
    { message_sid: sid },
  );
}
