import { connectChannel } from "./connect_channel.ts";
import { checkMayLeave } from "./may_leave.ts";
import { placeOf } from "./open_conversation.ts";
import type {
  Beginner,
  Ends,
  Known,
  Place,
  Spot,
  ThreadMessage,
} from "./ports.ts";
import type { E164 } from "./sms/e164.ts";
import { tsToMs } from "./sms/place.ts";
import { DOUBLES, FRESH } from "./timing.ts";

/** A text that somebody asks for: with the form, a `send` line, or a workflow's step. */
export interface Request {
  /** The same for every run of the same request: doubles find each other by it and the body. */
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

/** A request as it stands in its conversation's thread. */
export interface Shown {
  place: Place;
  spot: Spot;
  /** What was known of the conversation before. */
  known: Known;
}

/**
 * Shows a text in its conversation's thread before it leaves, so that there is a message to claim, to mark and to look
 * at whatever happens next: from here on catch-up knows of it.
 * @throws Refusal before anything is shown.
 */
export async function showRequest(
  ends: Ends,
  request: Request,
): Promise<Shown> {
  const { line, contact, body, by } = request;
  const [known, channel] = await Promise.all([
    ends.conversations.find(line, contact),
    ends.places.at(request.channel),
  ]);
  checkMayLeave({ line, body }, known.standing, known.rules);
  if (channel?.kind !== "channel") {
    await connectChannel(ends, request.channel, line);
  }
  const beginner: Beginner = by ? { teammate: by } : { workflow: true };
  const place = await placeOf(ends, known, line, request.channel, beginner);
  const { former } = place;
  const standing = await findStanding(ends, place, request) ??
    (former
      ? await findStanding(ends, { ...place, ...former }, request)
      : null);
  const shown = standing ??
    { place, spot: await showOnce(ends, place, request) };
  return { ...shown, known };
}

/** A request's text that an earlier run has shown, where there is time for one to have been. */
async function findStanding(
  { desk, clock }: Ends,
  { line, contact, channel, ts }: Place,
  request: Request,
): Promise<Omit<Shown, "known"> | null> {
  const { typed } = request;
  if (!typed || clock.now() - tsToMs(typed.ts) <= FRESH) return null;
  const place = { line, contact, channel, ts };
  const { messages } = await desk.thread(place, tsToMs(typed.ts));
  const found = messages.find((each) => isOf(request, each));
  return found ? { place, spot: { channel, ts: found.ts } } : null;
}

/** Of several runs of one request the earliest copy stands, the others go. */
async function showOnce(
  { desk, clock }: Ends,
  place: Place,
  request: Request,
): Promise<Spot> {
  const { id, body, by, typed } = request;
  const now = clock.now();
  const since = Math.min(typed ? tsToMs(typed.ts) : now, now - DOUBLES);
  const mine = await desk.showDeparture(place, { body, by, request: id });
  const { messages } = await desk.thread(place, since);
  const first = messages.find((each) => isOf(request, each)) ?? mine;
  if (first.ts !== mine.ts) await desk.remove(mine);
  return { channel: place.channel, ts: first.ts };
}

/** Whether a message was shown for a request. A form that is changed and sent again is another request. */
function isOf({ id, body }: Request, message: ThreadMessage): boolean {
  return message.request === id && message.text === body;
}
