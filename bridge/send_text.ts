import { deliverMessage, type Delivery } from "./deliver_message.ts";
import type { Ends, Spot } from "./ports.ts";
import { type Request, showRequest } from "./show_request.ts";

/** What became of a request, and where it can be seen. */
export type Sent = { delivery: Delivery; spot: Spot };

/**
 * Sends a text in its conversation's place: shows it there, then takes it to the phone.
 * @throws Refusal before anything is shown or sent.
 */
export async function sendText(
  ends: Ends,
  request: Request,
  unwatched = false,
): Promise<Sent> {
  const { place, spot } = await showRequest(ends, request);
  const delivery = await deliverMessage(ends, {
    place,
    spot,
    mirrors: request.typed ? [request.typed] : [],
    body: request.body,
    by: request.by,
    unwatched,
  });
  return { delivery, spot };
}
