import type { Ends } from "../ports.ts";
import { unlessOut } from "../unless_out.ts";
import { comeBack } from "./come_back.ts";
import { nudge } from "./nudge.ts";

/**
 * Brings back what was put off until now, reminds of who has waited long enough, and arranges the next such run. What
 * it cannot do now, or leaves undone because it dies, is done by catch-up.
 */
export async function remind(ends: Ends): Promise<{ back: number }> {
  const { clock, conversations, lines } = ends;
  const { back, nextBack } = await lines.agenda(clock.now());
  for (const due of back) await unlessOut(() => comeBack(ends, due));
  await nudge(ends, await conversations.rules(), nextBack);
  return { back: back.length };
}
