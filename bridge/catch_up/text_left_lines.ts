import type { Ends, ThreadMessage } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { MARKS } from "../sms/status.ts";
import { textSendLine } from "../texts/text_send_line.ts";
import { LOOKED_THROUGH, RUN_LIFE, SKEW } from "../timing.ts";

/** Takes care of the `send` lines among a channel's messages that nobody has taken care of. */
export async function textLeftLines(
  ends: Ends,
  channel: string,
  posts: ThreadMessage[],
): Promise<void> {
  const now = ends.clock.now();
  const left = posts.flatMap((post) => {
    const { author, marks, text, ts } = post;
    const age = now - tsToMs(ts);
    const isLeft = age > RUN_LIFE + SKEW && age < LOOKED_THROUGH &&
      !marks.some((mark) => MARKS.includes(mark));
    return isLeft && author && /^\s*send\s/i.test(text)
      ? [{ ...post, author }]
      : [];
  });
  if (left.length === 0) return;
  const row = await ends.places.at(channel);
  for (const post of left) {
    try {
      await textSendLine(ends, post, row, true);
    } catch (error) {
      // One whose copy stands in a lost channel must not hold up what else is left here.
      if (!(error instanceof Outage && error.isShutOut)) throw error;
    }
  }
}
