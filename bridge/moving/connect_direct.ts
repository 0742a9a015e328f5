import type { Ends, Place } from "../ports.ts";
import { SETTLED } from "../timing.ts";

/** How often it is looked whether a channel is still listened to: another run may have written over it. */
const LOOKS = 3;

/** Puts a direct channel on the list of channels and listens to all that people write there. */
export async function connectDirect(
  { channels, clock, desk, settings }: Ends,
  { channel, line, contact }: Place,
): Promise<void> {
  const row = { channel, line, contact, switches: [], closed: false };
  await channels.save({ ...row, lost: null });
  for (let look = 0; look < LOOKS; look++) {
    const { directListeners } = await settings.read();
    const heard = directListeners.flatMap((each) => each.channels);
    if (heard.includes(channel)) return;
    const wanted = [...new Set([...heard, channel])];
    const covered = await desk.cover(wanted, directListeners, "direct");
    await settings.saveDirectListeners(covered);
    await clock.sleep(SETTLED);
  }
}
