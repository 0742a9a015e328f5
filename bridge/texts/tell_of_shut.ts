import type { Ends, Spot } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { formatForPeople } from "../sms/readable_number.ts";

/**
 * Writes to whoever asked for a text whose channel was deleted, or closed to the app, while it was sent: nothing can be
 * said there any more, and what stood there can be read by nobody, so catch-up does not know of it. It does know of what
 * stands in an archived one, and tells.
 */
export async function tellOfShut(
  { desk, places }: Ends,
  { spot, threadTs, by }: { spot: Spot; threadTs: string; by: string },
  error: unknown,
): Promise<void> {
  if (!(error instanceof Outage && error.isShutOut)) return;
  if (await desk.reach(spot.channel, true) !== "shut out") return;
  const { row } = await places.threadAt(spot.channel, threadTs);
  const whom = row && "contact" in row
    ? ` to ${formatForPeople(row.contact)}`
    : "";
  await desk.write(
    by,
    `I cannot tell what becomes of your text${whom}: its channel was deleted, or closed to me, while I was sending it. ` +
      "It may have left, so please ask them before you send it again.",
  );
}
