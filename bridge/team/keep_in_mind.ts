import type { Ends, Place } from "../ports.ts";
import type { Work } from "../sms/work.ts";

/** Keeps in mind what is to become of a conversation by itself, as its state says, and forgets it where nothing is. */
export async function keepInMind(
  { clock, lines }: Pick<Ends, "clock" | "lines">,
  { line, contact }: Pick<Place, "line" | "contact">,
  { backAt, state }: Pick<Work, "backAt" | "state">,
): Promise<void> {
  if (state === "solved") await lines.saveSolved(line, contact, clock.now());
  else await lines.putOff(line, contact, backAt);
}
