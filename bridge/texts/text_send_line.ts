import { knownAtHome } from "../lines/country_at_home.ts";
import { disconnected } from "../lines/disconnect_channel.ts";
import type { Ends, PlaceRow, Spot } from "../ports.ts";
import { Refusal, type Skip, skip, withFiles } from "../refusal.ts";
import { type Country, homeCountry } from "../sms/phone_number.ts";
import { messageKey, tsToMs } from "../sms/place.ts";
import { parseSendLine } from "../sms/send_line.ts";
import { markFor, MARKS, WAITING_MARK } from "../sms/status.ts";
import { FRESH, STILL_WANTED } from "../timing.ts";
import { sendText, type Sent } from "./send_text.ts";
import type { Post } from "./text_reply.ts";
import { writtenOut } from "./written_out.ts";

/**
 * Sends what a `send 4159436084 Hello` line typed in a connected channel asks for. A line that cannot be read is
 * answered to its author only, and nothing is sent.
 * @param row what the channel is.
 */
export async function textSendLine(
  ends: Ends,
  post: Post,
  row: PlaceRow | null,
  unwatched = false,
): Promise<Sent | { refused: Refusal } | Skip> {
  const { channel, ts, author } = post;
  const typed = { channel, ts };
  if (row?.kind !== "channel") return skip("the channel is not connected");
  const { line } = row;
  const readIn = (country: Country) => parseSendLine(post.text, country);
  if (readIn(homeCountry(line)).kind === "none") {
    return skip("not a send line");
  }
  const knownAt = ends.clock.now();
  const [files, marks, { country, known }] = await Promise.all([
    ends.desk.filesOn(typed),
    knownAt - tsToMs(ts) > FRESH ? ends.desk.marksOn(typed) : [],
    knownAtHome(ends, line, (country) => {
      const read = readIn(country);
      return read.kind === "send" ? read.to : null;
    }),
  ]);
  if (marks?.some((mark) => MARKS.includes(mark))) {
    return skip("the line has been taken care of");
  }
  // Only a run that refuses a line puts ⏳ on it, before it tells why: its author may know already.
  const wasRefused = marks?.some((mark) => mark === WAITING_MARK);
  const isTooOld = knownAt - tsToMs(ts) > STILL_WANTED;
  try {
    const read = readIn(country);
    if (read.kind === "none") return skip("not a send line");
    if (row.closed) throw disconnected();
    if (read.kind === "bad") throw new Refusal(read.why, "Nothing was sent.");
    if (files > 0) throw withFiles();
    const sent = await sendText(ends, {
      id: messageKey(channel, ts),
      line,
      contact: read.to,
      body: await writtenOut(ends, read.body),
      channel,
      by: author,
      typed,
      tooLate: wasRefused ? refusedBefore() : isTooOld ? tooOld() : undefined,
      known: known ?? undefined,
      knownAt,
      channelRow: row,
    }, unwatched);
    if ("skipped" in sent.delivery) await mirror(ends, sent.spot, typed);
    if (wasRefused) await ends.desk.unmark(typed, WAITING_MARK);
    return sent;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await refuseLine(ends, post, error, unwatched);
    return { refused: error };
  }
}

/**
 * Tells the author of a line why it was not sent. Nobody can look afterwards what was said in private, so the ❌ comes
 * last: where the run that has the ⏳ dies, catch-up tells. It is better told twice than never.
 * @param isLate whether a run that had the line must be dead.
 */
async function refuseLine(
  { desk }: Ends,
  { channel, ts, author }: Post,
  { sentence }: Refusal,
  isLate: boolean,
): Promise<void> {
  const typed = { channel, ts };
  const claim = await desk.claim(typed, WAITING_MARK);
  if (claim === "gone" || claim === "lost" && !isLate) return;
  await desk.tell({ channel }, author, sentence);
  await desk.mark(typed, markFor("failed"));
  await desk.unmark(typed, WAITING_MARK);
}

/** Gives a typed line the marks of its copy in the thread, where the run that should have done so died. */
async function mirror(
  { desk }: Ends,
  copy: Spot,
  typed: Spot,
): Promise<void> {
  for (const mark of await desk.marksOn(copy) ?? []) {
    if (mark !== WAITING_MARK) await desk.mark(typed, mark);
  }
}

const refusedBefore = () =>
  new Refusal(
    "This text did not leave: something stood in its way when you typed it.",
    "Type it again to send it now.",
  );

const tooOld = () =>
  new Refusal(
    "This text did not leave: Slack told me of your line much too late.",
    "Type it again if it should still be sent.",
  );
