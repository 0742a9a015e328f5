import { deliverMessage, type Delivery } from "./deliver_message.ts";
import { checkMayLeave } from "./may_leave.ts";
import { findOrOpen } from "./open_conversation.ts";
import type { Beginner, Ends, Place, Spot } from "./ports.ts";
import type { E164 } from "./sms/e164.ts";

/** A text that somebody asks for: with the form, a `send` line, or a workflow's step. */
export interface Request {
  /** The same for every run of the same request: doubles find each other by it. */
  id: string;
  line: E164;
  contact: E164;
  body: string;
  /** Where a new conversation begins; an existing one keeps its place. */
  channel: string;
  /** The teammate who asked; null for a workflow. */
  by: string | null;
  /** The `send` line as it was typed: it shows the same marks. */
  typed?: Spot;
}

/** What became of a request, and where it can be seen. */
export type Sent = { delivery: Delivery; spot: Spot };

/**
 * Sends a text in its conversation's place: shows it in the thread first, so that there is a message to claim, to mark
 * and to look at whatever happens, and then delivers that message.
 * @throws Refusal before anything is shown or sent.
 */
export async function sendText(ends: Ends, request: Request): Promise<Sent> {
  const { line, contact, body, by } = request;
  const [settings, channel] = await Promise.all([
    ends.settings.read(),
    ends.places.at(request.channel),
  ]);
  checkMayLeave({ line, contact, body }, settings.countries);
  if (channel?.kind !== "channel") {
    await connectChannel(ends, request.channel, line);
  }
  const beginner: Beginner = by ? { teammate: by } : { workflow: true };
  const place = await findOrOpen(
    ends,
    line,
    contact,
    request.channel,
    beginner,
  );
  const spot = await showOnce(ends, place, request);
  const delivery = await deliverMessage(ends, {
    place,
    spot,
    mirrors: request.typed ? [request.typed] : [],
    body,
    by,
  });
  return { delivery, spot };
}

/** Shows a request's text in the thread; of several runs of one request the earliest copy stands, the others go. */
async function showOnce(
  { desk }: Ends,
  place: Place,
  { id, body, by }: Request,
): Promise<Spot> {
  const mine = await desk.showDeparture(place, { body, by, request: id });
  const { messages } = await desk.thread(place);
  const first = messages.find(({ request }) => request === id) ?? mine;
  if (first.ts !== mine.ts) await desk.remove(mine);
  return { channel: place.channel, ts: first.ts };
}

/**
 * Listens to a channel, so that replies in its threads are texted.
 * @throws Refusal when Slack does not let the app in.
 */
export async function connectChannel(
  { desk, places, settings }: Ends,
  channel: string,
  line: E164,
): Promise<void> {
  const current = await settings.read();
  const listeners = await desk.listen(channel, current.listeners);
  await settings.save({ ...current, listeners });
  await places.saveChannel(channel, line);
}
