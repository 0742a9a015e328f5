import type { CarrierText, Ends, Message, Place, Spot } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { markFor } from "../sms/status.ts";
import { bringForward } from "./record_status.ts";

/**
 * Joins a message with the carrier's record of its text, where the run that sent it died before it could, and brings
 * its marks to where the record is.
 * @param answeredAt until when that run may have taken the pin off the card (milliseconds).
 * @param by who sent it, as far as can be seen.
 */
export async function adoptRecord(
  ends: Ends,
  place: Place,
  spots: Spot[],
  text: CarrierText,
  answeredAt: number,
  by: string | null,
): Promise<Message> {
  const row: Message = {
    sid: text.sid,
    place,
    spots: spots.map(({ channel, ts }) => ({ channel, ts })),
    stage: "sent",
    answeredAt,
    by,
  };
  await ends.messages.save(row);
  for (const spot of row.spots) {
    try {
      await ends.desk.mark(spot, markFor("sent"));
    } catch (error) {
      // A copy in a lost channel can be marked no more; the line that it was typed as stands elsewhere.
      if (!(error instanceof Outage && error.isShutOut)) throw error;
    }
  }
  await bringForward(ends, row, text);
  return row;
}
