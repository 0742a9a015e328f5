import { applyStage } from "./apply_stage.ts";
import type { Outgoing } from "./outgoing.ts";
import type { CarrierText, Ends, Message } from "./ports.ts";
import { isFinal, type Stage, WAITING_MARK } from "./sms/status.ts";
import { LOOKS } from "./timing.ts";

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
    const hasNews = isFinal(seen.stage);
    if (hasNews) message = { ...message, stage: seen.stage };
    // The marks come first: while ⏳ stands and no row says otherwise, catch-up knows that something may be missing.
    if (hasNews) await applyStage(ends, message, seen.errorCode);
    if (look === 0 || hasNews) await messages.save(message);
    if (look === 0) await desk.unmark(spot, WAITING_MARK);
    if (hasNews) break;
  }
  return { sid: text.sid, stage: message.stage };
}
