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
  { place, spot, mirrors, unwatched }: Outgoing,
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
    await Promise.all([
      hasNews ? applyStage(ends, message, seen.errorCode) : undefined,
      look === 0 || hasNews ? messages.save(message) : undefined,
      look === 0 ? desk.unmark(spot, WAITING_MARK) : undefined,
    ]);
    if (hasNews) break;
  }
  return { sid: text.sid, stage: message.stage };
}
