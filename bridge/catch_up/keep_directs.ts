import { connectDirect } from "../moving/connect_direct.ts";
import { moveBack } from "../moving/move_back.ts";
import { takeAlong } from "../moving/take_along.ts";
import { moveTo, sayMoved } from "../places/move_conversation.ts";
import type {
  ConnectedChannel,
  Conversation,
  Ends,
  Known,
  PlaceRow,
} from "../ports.ts";
import { sinceHeard } from "./keep_channels.ts";
import { Outage } from "../refusal.ts";
import { conversationKey } from "../sms/conversation.ts";
import type { E164 } from "../sms/e164.ts";
import { tsToMs } from "../sms/place.ts";
import { LOOKED_THROUGH, RUN_LIFE, SKEW } from "../timing.ts";

const DAY = 24 * 60 * 60 * 1000;

type Direct = ConnectedChannel & { contact: E164 };

/**
 * Brings the direct channels in line: listens to them all, finishes moves whose runs died, and takes conversations back
 * from channels in which nothing has been said for as long as the workspace wishes.
 * @param list the list of channels, as it has just been read.
 * @returns the keys of conversations in whose channels something was said lately.
 */
export async function keepDirects(
  ends: Ends,
  list: ConnectedChannel[],
): Promise<string[]> {
  const rows = list.filter((row): row is Direct => row.contact !== null);
  const met: string[] = [];
  for (const row of rows) {
    try {
      if (await keep(ends, row)) {
        met.push(conversationKey(row.line, row.contact));
      }
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      console.error(`channel ${row.channel} left as it was: ${error.message}`);
    }
  }
  await listen(ends, rows);
  return met;
}

/** Every direct channel that the app can see: one that comes back from the archive is heard at once. */
async function listen(
  { desk, settings }: Ends,
  rows: Direct[],
): Promise<void> {
  const { directListeners } = await settings.read();
  const seen = rows.filter(({ lost }) => lost !== "shut out");
  const after = await desk.cover(
    [
      ...seen.map(({ channel }) => channel),
      ...sinceHeard(directListeners, rows),
    ],
    directListeners,
    "direct",
  );
  if (JSON.stringify(after) !== JSON.stringify(directListeners)) {
    await settings.saveDirectListeners(after);
  }
}

/** Looks after one direct channel. @returns whether something may be left to settle there. */
async function keep(ends: Ends, row: Direct): Promise<boolean> {
  const { channels, conversations, desk, places } = ends;
  const { channel, line, contact } = row;
  const place = await places.at(channel);
  if (row.lost && place?.kind === "moved") return false;
  const reached = await desk.reach(channel, true);
  const lost = reached === "in" ? null : reached;
  if (lost !== row.lost) {
    row.lost = lost;
    await channels.save({ channel, lost });
  }
  const known = await conversations.find(line, contact);
  const { conversation } = known;
  if (!conversation || lost) return false;
  await finishMove(ends, place, { ...known, conversation }, channel);
  if (conversation.channel !== channel) return false;
  await takeAwayDoubles(ends, conversation);
  const latest = await desk.latestIn(channel);
  if (latest === null) return false;
  const quiet = ends.clock.now() - latest;
  const { idleDays } = known.rules;
  if (idleDays && quiet > idleDays * DAY) {
    await retire(ends, { ...known, conversation });
    return false;
  }
  return quiet < LOOKED_THROUGH + RUN_LIFE;
}

/** Takes away cards that lost in a channel which was made lately: whoever posted one may have died before they could. */
async function takeAwayDoubles(
  { clock, desk }: Ends,
  { channel, ts }: Conversation,
): Promise<void> {
  const age = clock.now() - tsToMs(ts);
  if (age < RUN_LIFE + SKEW || age > LOOKED_THROUGH) return;
  const { bids } = await desk.channelSince(channel, tsToMs(ts) - SKEW);
  for (const { card } of bids) if (card.ts !== ts) await desk.remove(card);
}

/** What stands for the direct channel says where the conversation should be. */
async function finishMove(
  ends: Ends,
  place: PlaceRow | null,
  known: Known & { conversation: Conversation },
  channel: string,
): Promise<void> {
  const { conversation } = known;
  const since = ends.clock.now();
  const isHere = conversation.channel === channel;
  if (place?.kind === "direct" && !isHere) {
    // A run that is about to move it there needs no help.
    if (since - Number(place.ts) * 1000 < RUN_LIFE + SKEW) return;
    const spot = { channel, ts: place.ts, direct: true };
    const to = await moveTo(ends, conversation, spot);
    await connectDirect(ends, to);
    await sayMoved(ends, conversation, to, since);
    await takeAlong(ends, conversation, to, since, known);
  } else if (place?.kind === "direct" && place.ts !== conversation.ts) {
    // The run that put up a new card died before what people write there knew of it.
    await ends.places.saveThread(conversation);
  } else if (place?.kind === "moved" && isHere) {
    const to = await moveTo(ends, conversation, place.to);
    await sayMoved(ends, conversation, to, since);
    await takeAlong(ends, conversation, to, since, known);
  }
}

/** Takes a conversation back whose channel nobody uses any more, and archives the channel. */
async function retire(
  ends: Ends,
  known: Known & { conversation: Conversation },
): Promise<void> {
  const { channel } = known.conversation;
  await moveBack(ends, known);
  await ends.desk.archive(channel);
}
