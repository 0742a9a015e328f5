import type { Post } from "./text_reply.ts";
import { writtenOut } from "./written_out.ts";
import type { Ends } from "./ports.ts";
import { Refusal, type Skip, skip } from "./refusal.ts";
import { homeCountry } from "./sms/phone_number.ts";
import { messageKey, tsToMs } from "./sms/place.ts";
import { parseSendLine } from "./sms/send_line.ts";
import { MARKS } from "./sms/status.ts";
import { sendText, type Sent } from "./send_text.ts";
import { FRESH } from "./timing.ts";

/**
 * Sends what a `send 4159436084 Hello` line typed in a connected channel asks for. A line that cannot be read is
 * answered to its author only, and nothing is sent.
 */
export async function textSendLine(
  ends: Ends,
  post: Post,
): Promise<Sent | { refused: Refusal } | Skip> {
  const { channel, ts, author } = post;
  const typed = { channel, ts };
  const [row, marks] = await Promise.all([
    ends.places.at(channel),
    ends.clock.now() - tsToMs(ts) > FRESH ? ends.desk.marksOn(typed) : [],
  ]);
  if (!row) return skip("the channel is not connected");
  if (marks?.some((mark) => MARKS.includes(mark))) {
    return skip("the line has been taken care of");
  }
  try {
    const read = parseSendLine(post.text, homeCountry(row.line));
    if (read.kind === "none") return skip("not a send line");
    if (read.kind === "bad") throw new Refusal(read.why, "Nothing was sent.");
    return await sendText(ends, {
      id: messageKey(channel, ts),
      line: row.line,
      contact: read.to,
      body: await writtenOut(ends, read.body),
      channel,
      by: author,
      typed,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await ends.desk.tell({ channel }, author, error.sentence);
    return { refused: error };
  }
}
