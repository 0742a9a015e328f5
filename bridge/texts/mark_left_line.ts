import { knownAtHome } from "../lines/country_at_home.ts";
import { isLost } from "../places/leave_lost.ts";
import type { Conversation, Ends, Known, Place, Spot } from "../ports.ts";
import { type Country, homeCountry } from "../sms/phone_number.ts";
import type { E164 } from "../sms/e164.ts";
import { messageKey, tsToMs } from "../sms/place.ts";
import { parseSendLine } from "../sms/send_line.ts";
import { adoptRecord } from "./adopt_record.ts";
import { findDeparted } from "./find_departed.ts";
import type { Post } from "./text_reply.ts";
import { writtenOut } from "./written_out.ts";

/**
 * Brings the mark of a `send` line forward that left, and whose copy is gone with its direct channel, or stands in one
 * where nothing can be marked any more: its run has died before it remembered the text, and nothing else tells of it.
 * @param line the line of its channel.
 */
export async function markLeftLine(
  ends: Ends,
  { channel, ts, text, author }: Post,
  line: E164,
): Promise<void> {
  const readIn = (country: Country) => {
    const read = parseSendLine(text, country);
    return read.kind === "send" ? read : null;
  };
  if (!readIn(homeCountry(line))) return;
  const { country, known } = await knownAtHome(
    ends,
    line,
    (country) => readIn(country)?.to ?? null,
  );
  const read = readIn(country);
  const conversation = known?.conversation;
  if (!read || !conversation) return;
  const typed = { channel, ts };
  const copy = await findCopy(ends, { ...known, conversation }, typed);
  // Its mark is brought forward with that of its copy.
  if (copy && !await isShutOut(ends, copy)) return;
  const place = copy ?? conversation;
  const spots = copy ? [copy.spot, typed] : [typed];
  const body = await writtenOut(ends, read.body);
  const departed = await findDeparted(
    ends,
    place,
    spots[0] ?? typed,
    body,
    !copy,
  );
  if (!departed) return;
  await adoptRecord(ends, place, spots, departed, departed.createdAt, author);
}

async function isShutOut({ desk }: Ends, { channel, direct }: Place) {
  return direct === true && await desk.reach(channel, true) !== "in";
}

/** The copy of a line, where its conversation is or was. */
async function findCopy(
  { desk }: Ends,
  { conversation, former }: Known & { conversation: Conversation },
  typed: Spot,
): Promise<Place & { spot: Spot } | null> {
  const { line, contact } = conversation;
  const request = messageKey(typed.channel, typed.ts);
  for (const { channel, ts, direct } of [conversation, ...former]) {
    const place: Place = { channel, ts, direct, line, contact };
    try {
      const { messages } = await desk.thread(place, tsToMs(typed.ts));
      const spot = messages.find((each) => each.request === request);
      if (spot) return { ...place, spot };
    } catch (error) {
      if (!isLost(place, error)) throw error;
    }
  }
  return null;
}
