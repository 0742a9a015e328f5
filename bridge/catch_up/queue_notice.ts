import type { Ends, Pinned, QueueNotice } from "../ports.ts";
import { STILL_WRITTEN_TO } from "../timing.ts";

/**
 * Lets the one message of a channel say how many more wait there than are pinned, and takes it away when nobody does.
 * It is written down before it is posted, and forgotten after it is gone: no run that dies leaves one that nobody knows.
 * @param pins what is pinned there.
 */
export async function keepNotice(
  { clock, desk, lines }: Ends,
  channel: string,
  count: number,
  notice: QueueNotice | null,
  pins: Pinned[],
): Promise<void> {
  if (count === 0 && !notice) return;
  const since = clock.now() - STILL_WRITTEN_TO;
  const known = notice?.ts ? { channel, ts: notice.ts } : null;
  if (count === 0) {
    const spot = known ?? await desk.findQueueNotice(channel, since);
    if (spot) await desk.remove(spot);
    await lines.removeNotice(channel);
    return;
  }
  const isPinned = pins.some(({ spot }) => spot.ts === known?.ts);
  if (known && notice?.count === count && isPinned) return;
  if (known && await desk.correctQueue(known, count)) {
    await desk.pin(known);
    await lines.saveNotice({ channel, ts: known.ts, count });
    return;
  }
  await lines.saveNotice({ channel, ts: null, count });
  const spot = await desk.sayQueue(channel, count, since);
  await desk.pin(spot);
  await lines.saveNotice({ channel, ts: spot.ts, count });
}
