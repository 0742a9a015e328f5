import type { Ends, Spot } from "../ports.ts";
import { adoptRecord } from "./adopt_record.ts";
import {
  deliverClaimed,
  deliverMessage,
  type Delivery,
} from "./deliver_message.ts";
import { findDeparted } from "./find_departed.ts";
import { settleLostCopy } from "./settle_lost_copy.ts";
import type { Request } from "./request.ts";
import { showRequest } from "./show_request.ts";

/** What became of a request, and where it can be seen. */
export type Sent = { delivery: Delivery; spot: Spot };

/**
 * Sends a text in its conversation's place: shows it there, then takes it to the phone.
 * @param unwatched whether it is done long after it was asked for: then nobody waits to see how it fares, and it may have
 * left already, with all trace of it in Slack gone.
 * @throws Refusal before anything is shown or sent.
 */
export async function sendText(
  ends: Ends,
  request: Request,
  unwatched = false,
): Promise<Sent> {
  const shown = await showRequest(ends, request, !unwatched);
  const { place, spot, known, unclaimed } = shown;
  if (unwatched && request.typed) {
    const departed = await findDeparted(
      ends,
      place,
      request.typed,
      request.body,
    );
    if (departed) {
      const spots = [spot, request.typed];
      const { sid, stage } = await adoptRecord(
        ends,
        place,
        spots,
        departed,
        ends.clock.now(),
        request.by,
      );
      return { delivery: { sid, stage }, spot };
    }
  }
  const outgoing = {
    place,
    spot,
    mirrors: request.typed ? [request.typed] : [],
    body: request.body,
    by: request.by,
    unwatched,
    known,
    files: 0,
  };
  try {
    const delivery = unclaimed === undefined
      ? await deliverMessage(ends, outgoing)
      : unclaimed ?? await deliverClaimed(ends, outgoing, ends.clock.now());
    return { delivery, spot };
  } catch (error) {
    const { typed, body, by } = request;
    if (!unwatched || !typed) throw error;
    const copy = { place, spot, typed, body, by };
    return { delivery: await settleLostCopy(ends, copy, error), spot };
  }
}
