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
 * Brings the mark of a `send` line forward that left, and whose copy is gone with its direct channel: its run has died
 * before it remembered the text, and nothing else tells of it.
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
  const place = known?.conversation;
  if (!read || !place) return;
  const body = await writtenOut(ends, read.body);
  const typed = { channel, ts };
  const departed = await findDeparted(ends, place, typed, body, true);
  if (!departed) return;
  if (await hasCopy(ends, { ...known, conversation: place }, typed)) return;
  const { createdAt } = departed;
  await adoptRecord(ends, place, [typed], departed, createdAt, author);
}

/** Whether the copy of a line stands where its conversation is or was: then its mark is brought forward with it. */
async function hasCopy(
  { desk }: Ends,
  { conversation, former }: Known & { conversation: Conversation },
  typed: Spot,
): Promise<boolean> {
  const { line, contact } = conversation;
  const request = messageKey(typed.channel, typed.ts);
  for (const card of [conversation, ...former]) {
    const place: Place = { ...card, line, contact };
    try {
      const { messages } = await desk.thread(place, tsToMs(typed.ts));
      if (messages.some((each) => each.request === request)) return true;
    } catch (error) {
      if (!isLost(card, error)) throw error;
    }
  }
  return false;
}
