import type { CarrierText, Ends, Message } from "../ports.ts";
import { type Skip, skip } from "../refusal.ts";
import { advance, type Stage } from "../sms/status.ts";
import { applyStage } from "./apply_stage.ts";

/**
 * Brings a text's marks forward after the carrier rang: what its record says counts, not what the ring said.
 */
export async function recordStatus(
  ends: Ends,
  sid: string,
): Promise<{ stage: Stage } | Skip> {
  const [text, message] = await Promise.all([
    ends.carrier.text(sid),
    ends.messages.find(sid),
  ]);
  if (!text) return skip("the carrier has no such text");
  if (!message) return skip("no message is known to have made this text");
  return await bringForward(ends, message, text);
}

/** Moves a message to the stage of the carrier's record, never back. */
export async function bringForward(
  ends: Ends,
  message: Message,
  text: CarrierText,
): Promise<{ stage: Stage } | Skip> {
  const stage = advance(message.stage, text.stage);
  if (stage === message.stage) return skip("the marks say so already");
  const moved = { ...message, stage };
  await applyStage(ends, moved, text.errorCode);
  await ends.messages.save(moved);
  return { stage };
}
