import { connectChannel } from "../lines/connect_channel.ts";
import { isLost, leaveLost } from "../places/leave_lost.ts";
import { clearBid, type Opened, placeOf } from "../places/open_conversation.ts";
import { routedChannel } from "../places/routed_channel.ts";
import type {
  Beginner,
  Conversation,
  Ends,
  Known,
  Opening,
  Place,
  PlaceRow,
  Spot,
} from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { tsToMs } from "../sms/place.ts";
import { FRESH, SETTLED } from "../timing.ts";
import { claimMessage, type Unclaimed } from "./deliver_message.ts";
import {
  findElsewhere,
  findStanding,
  formerOf,
  isOf,
  mayStandSince,
} from "./find_request.ts";
import { checkConnected, checkMayLeave } from "./may_leave.ts";
import type { Request } from "./request.ts";

/** A request as it stands in its conversation's thread. */
export interface Shown {
  place: Place;
  spot: Spot;
  /** What was known of the conversation before, but for where it is. */
  known: Known;
  /** Why this run has not claimed it, or null where it has; absent where nobody has tried to. */
  unclaimed?: Unclaimed | null;
}

/**
 * Shows a text in its conversation's thread before it leaves, so that there is a message to claim, to mark and to look
 * at whatever happens next: from here on catch-up knows of it.
 * @param claims whether it is claimed at once.
 * @throws Refusal before anything is shown.
 */
export async function showRequest(
  ends: Ends,
  request: Request,
  claims = false,
): Promise<Shown> {
  const { line, contact, body, by, typed, tooLate } = request;
  const { knownAt = ends.clock.now() } = request;
  const [known, channel] = await Promise.all([
    request.known ?? ends.conversations.find(line, contact),
    channelOf(ends, request),
  ]);
  checkConnected(line, known.opening);
  const age = typed ? ends.clock.now() - tsToMs(typed.ts) : 0;
  const isLate = age > FRESH;
  const { conversation } = known;
  // What stands there may have left before it was refused what stands in its way now.
  const stands = isLate && conversation &&
    await findStanding(ends, conversation, request);
  if (stands) return { place: conversation, spot: stands, known };
  checkMayLeave({ line, body }, known.standing, known.rules);
  const mayStand = conversation !== null || known.former.length > 0;
  if (tooLate && !mayStand) throw tooLate;
  const where = beginsIn(request, channel, {
    ...known,
    opening: known.opening,
  });
  if (!conversation) {
    const isNamed = where === request.channel;
    const row = isNamed ? channel : await ends.places.at(where);
    await open(ends, where, row, line);
  }
  const beginner: Beginner = by ? { teammate: by } : { workflow: true };
  const opened = await placeOf(ends, known, line, where, beginner);
  const { place } = opened;
  const former = formerOf(known);
  const others = isLate && !conversation ? [place, ...former] : former;
  if (others.length > 0) await opened.remember?.();
  for (const card of others) {
    const there = { ...place, ...card };
    const spot = await findStanding(ends, there, request);
    if (spot) return { place: there, spot, known };
  }
  if (tooLate) throw tooLate;
  const fresh = others.length > 0 ? { place } : opened;
  const isOld = ends.clock.now() - knownAt > SETTLED;
  try {
    return await showOnce(ends, fresh, request, known, claims, isOld);
  } catch (error) {
    if (!conversation || !isLost(place, error)) throw error;
    const home = conversation.direct
      ? { place: await leaveLost(ends, conversation) }
      : await beginAnew(ends, { ...known, conversation }, beginner);
    // What follows is drawn on the card that it has by now.
    const here = { ...conversation, direct: false, ...home.place };
    const current = { ...known, conversation: { ...here, beginner: null } };
    return await showOnce(ends, home, request, current, claims);
  }
}

/** Begins a conversation once more whose card somebody has deleted, with all that stood under it. */
async function beginAnew(
  ends: Ends,
  known: Known & { conversation: Conversation },
  beginner: Beginner,
): Promise<Opened> {
  const { conversation, opening } = known;
  const { line, channel } = conversation;
  await ends.conversations.forget(conversation);
  if (opening) await clearBid(ends, opening, conversation);
  const nowhere = { ...known, conversation: null };
  return await placeOf(ends, nowhere, line, channel, beginner);
}

async function channelOf(
  { places }: Ends,
  { channel, channelRow }: Request,
): Promise<PlaceRow | null> {
  if (channelRow !== undefined) return channelRow;
  return channel ? await places.at(channel) : null;
}

/** Where a new conversation begins: as it is asked for, but not in the direct channel of another one. */
function beginsIn(
  { channel }: Request,
  row: PlaceRow | null,
  known: Known & { opening: Opening },
): string {
  const isShared = row === null || row.kind === "channel";
  return channel && isShared
    ? channel
    : routedChannel(known.opening, known, null);
}

/** Makes sure that replies in a channel are texted in which a conversation is about to begin. */
async function open(
  ends: Ends,
  channel: string,
  row: PlaceRow | null,
  line: E164,
): Promise<void> {
  if (row === null) await connectChannel(ends, channel, line);
  else if (row.kind === "channel" && row.closed) {
    throw new Refusal(
      "That channel is disconnected from Clerk.",
      "Choose another one; an admin can connect it again.",
      false,
      "channel",
    );
  }
}

/**
 * Of several runs of one request the earliest copy stands, the others go; so it is claimed while that is looked up.
 * @param isOld whether the place was looked up so long ago that another run may have found the conversation elsewhere.
 */
async function showOnce(
  ends: Ends,
  { place, remember }: Opened,
  request: Request,
  known: Known,
  claims: boolean,
  isOld = false,
): Promise<Shown> {
  const { desk } = ends;
  const { id, body, by } = request;
  const since = mayStandSince(ends, request);
  const [mine] = await Promise.all([
    desk.showDeparture(place, { body, by, request: id }),
    remember?.(),
  ]);
  const [{ messages }, unclaimed, elsewhere] = await Promise.all([
    desk.thread(place, since),
    claims ? claimMessage(ends, mine) : undefined,
    isOld ? findElsewhere(ends, place, request) : null,
  ]);
  if (elsewhere) {
    await desk.remove(mine);
    return elsewhere;
  }
  const first = messages.find((each) => isOf(request, each)) ?? mine;
  const spot = { channel: place.channel, ts: first.ts };
  if (first.ts === mine.ts) return { place, spot, known, unclaimed };
  await desk.remove(mine);
  return { place, spot, known };
}
