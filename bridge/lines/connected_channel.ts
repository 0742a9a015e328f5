import type { ConnectedChannel, Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { checkAdmin } from "./admins.ts";

/**
 * A connected channel that somebody is about to change.
 * @throws Refusal when they may not, or the channel is not connected any more.
 */
export async function connectedChannel(
  ends: Ends,
  channel: string,
  by: string,
): Promise<ConnectedChannel> {
  await checkAdmin(ends, by);
  const row = await ends.channels.find(channel);
  if (row && !row.closed) return row;
  throw new Refusal(
    "This channel is not connected any more.",
    "Somebody else may have disconnected it just now; it can be connected again.",
  );
}
