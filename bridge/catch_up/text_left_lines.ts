import { isClaimed, isMarked } from "../outgoing.ts";
import type { Ends, ThreadMessage } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { markFor, MARKS, WAITING_MARK } from "../sms/status.ts";
import { markLeftLine } from "../texts/mark_left_line.ts";
import { textSendLine } from "../texts/text_send_line.ts";
import { LOOKED_THROUGH, RUN_LIFE, SKEW } from "../timing.ts";

/** What a line bears whose fate is told. */
const ENDS = MARKS.filter((mark) => mark !== markFor("sent"));

/** Takes care of the `send` lines among a channel's messages that nobody has taken care of, or not to the end. */
export async function textLeftLines(
  ends: Ends,
  channel: string,
  posts: ThreadMessage[],
): Promise<void> {
  const now = ends.clock.now();
  const left = posts.flatMap((post) => {
    const { author, marks, text, ts } = post;
    const isTold = marks.some((mark) => ENDS.includes(mark));
    const age = now - tsToMs(ts);
    const isOpen = age > RUN_LIFE + SKEW && age < LOOKED_THROUGH &&
      (!isTold || isClaimed(post));
    return isOpen && author && /^\s*send\s/i.test(text)
      ? [{ ...post, author }]
      : [];
  });
  if (left.length === 0) return;
  const row = await ends.places.at(channel);
  for (const post of left) {
    try {
      if (!isMarked(post)) await textSendLine(ends, post, row, true);
      else if (isClaimed(post)) {
        await ends.desk.unmark(post, WAITING_MARK);
      } else if (row?.kind === "channel") {
        await markLeftLine(ends, post, row.line);
      }
    } catch (error) {
      // One whose copy stands in a lost channel must not hold up what else is left here.
      if (!(error instanceof Outage && error.isShutOut)) throw error;
    }
  }
}
