import type { Outgoing } from "./deliver_message.ts";
import type { CarrierText, Ends } from "./ports.ts";
import { SKEW } from "./timing.ts";

/**
 * The carrier's record of a text whose create was never answered, found by line, contact, time and body; null when
 * there is none (yet). A record that another message is known to have made is not taken for it.
 * @param since when the create was tried at the earliest (milliseconds).
 */
export async function findDeparted(
  { carrier, messages }: Ends,
  { place, spot, body }: Pick<Outgoing, "place" | "spot" | "body">,
  since: number,
): Promise<CarrierText | null> {
  const sent = await carrier.sentSince(
    place.line,
    since - SKEW,
    place.contact,
  );
  for (const text of sent.filter((each) => each.body === body)) {
    const known = await messages.find(text.sid);
    if (!known || known.spots.some(({ ts }) => ts === spot.ts)) return text;
  }
  return null;
}
