import { isTaken } from "../outgoing.ts";
import type {
  CardSpot,
  Ends,
  Known,
  Place,
  Spot,
  ThreadMessage,
} from "../ports.ts";
import { Outage } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { DOUBLES } from "../timing.ts";
import type { Request } from "./request.ts";

/** A request's text that an earlier run has shown in this thread. */
export async function findStanding(
  ends: Ends,
  place: Place,
  request: Request,
): Promise<Spot | null> {
  const since = mayStandSince(ends, request);
  const { messages } = await ends.desk.thread(place, since);
  const found = messages.find((each) =>
    isOf(request, each) && (!request.tooLate || isTaken(each))
  );
  // Without its words: where a text stands is logged.
  return found ? { channel: place.channel, ts: found.ts } : null;
}

/** Since when (milliseconds) a double of a request may stand somewhere. */
export function mayStandSince({ clock }: Ends, { typed }: Request): number {
  const now = clock.now();
  return Math.min(typed ? tsToMs(typed.ts) : now, now - DOUBLES);
}

/** A request's text that another run has shown where the conversation is by now, or has been meanwhile. */
export async function findElsewhere(
  ends: Ends,
  place: Place,
  request: Request,
): Promise<{ place: Place; spot: Spot; known: Known } | null> {
  const { line, contact } = place;
  const known = await ends.conversations.find(line, contact);
  const { conversation } = known;
  const cards = [...(conversation ? [conversation] : []), ...formerOf(known)];
  for (const { channel, ts, direct } of cards) {
    if (ts === place.ts) continue;
    const there = { line, contact, channel, ts, direct };
    try {
      const spot = await findStanding(ends, there, request);
      if (spot) return { place: there, spot, known };
    } catch (error) {
      // What stands in a channel that is lost cannot be known any more.
      if (!(error instanceof Outage && error.isShutOut)) throw error;
    }
  }
  return null;
}

/** Where a conversation was before, as far as those channels are connected. */
export function formerOf({ former, opening }: Known): CardSpot[] {
  const closed = opening?.closed ?? [];
  return former.filter(({ channel }) => !closed.includes(channel));
}

/** Whether a message was shown for a request. A form that is changed and sent again is another request. */
export function isOf({ id, body }: Request, message: ThreadMessage): boolean {
  return message.request === id && message.text === body;
}
