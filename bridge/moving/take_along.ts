import type {
  CarrierText,
  Conversation,
  Ends,
  Known,
  Place,
  ThreadMessage,
} from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { showAttachments } from "../texts/show_attachments.ts";
import { pinAnew } from "../texts/settle_pin.ts";
import { reopen, showTexts } from "../texts/show_texts.ts";
import { unanswered } from "../texts/unanswered.ts";
import { leaveSettled } from "./leave_settled.ts";

/**
 * Takes what waits for an answer in a place along to the one that its conversation has moved to, with the pin. A run that
 * did not know of the move yet may have shown a text there: it has pinned the card, and catch-up finds it by that.
 * @param since when the conversation moved (milliseconds): what came there later does not belong there at all.
 * @param before what was known then, where it has just moved.
 */
export async function takeAlong(
  ends: Ends,
  from: Place,
  conversation: Conversation,
  since: number,
  before?: Known,
): Promise<void> {
  const { carrier, desk } = ends;
  const { line, contact } = conversation;
  const { messages, pinned, shows } = await desk.thread(from);
  const left = unanswered(messages);
  // A card that somebody has just deleted took its pin along.
  const isGone = shows === null;
  const waits = pinned ||
    left.length > 0 && (isGone || await isQueued(ends, from));
  const waiting = left.filter(({ ts }) => waits || tsToMs(ts) > since);
  let taken: CarrierText[] = [];
  if (waiting.length > 0) {
    const texts = await carrier.textsFrom(contact, line);
    const moving = texts.filter((text) =>
      waiting.some(({ sid }) => sid === text.sid)
    );
    const place = await showAgain(ends, conversation, texts, moving);
    // Where that place was lost meanwhile, they are at home where they stand.
    if (isSame(place, from)) return;
    const stand = await standingThere(ends, place, moving);
    if (!stand) return;
    await takeAway(ends, messages, stand);
    taken = stand;
  }
  if (pinned) {
    if (waiting.length === 0) await pinThere(ends, conversation);
    await desk.unpin(from);
  }
  if (before) await leaveSettled(ends, taken, conversation, before, since);
}

/**
 * Pins what an earlier run has taken along, which may have died before it pinned it. Where its card is deleted, a new one
 * is put up; where there is no room for its pin, it waits for that.
 */
export async function pinThere(
  ends: Ends,
  conversation: Conversation,
): Promise<void> {
  const pin = await pinAnew(ends, conversation);
  const { line, contact } = conversation;
  if (pin === "full") {
    // What stands there counts as pinned: by this alone catch-up knows that a pin is due when there is room.
    const since = ends.clock.now();
    await ends.lines.saveQueued({ line, contact, since, wasPinned: false });
  }
  if (pin !== "gone") return;
  const texts = await ends.carrier.textsFrom(contact, line);
  await reopen(ends, conversation, texts);
}

/** Whether a conversation waits though its card has no pin: there was no room for it. */
async function isQueued(
  { lines }: Ends,
  { line, contact }: Place,
): Promise<boolean> {
  const queued = await lines.queued(line, contact);
  return queued !== null && !queued.wasPinned;
}

async function showAgain(
  ends: Ends,
  conversation: Conversation,
  texts: CarrierText[],
  moving: CarrierText[],
): Promise<Place> {
  if (moving.length === 0) return conversation;
  const shown = conversation.shown.filter((sid) =>
    !moving.some((text) => text.sid === sid)
  );
  const here = { ...conversation, shown };
  const { place, isFull } = await showTexts(ends, here, texts, moving, true);
  // It was pinned where it stood, and is not here: it counts as not done with, so that catch-up pins it when there is room.
  if (isFull) await ends.conversations.saveShown(here);
  await showAttachments(ends, place, moving);
  return place;
}

/**
 * What of it still stands in a place, and null where the conversation has gone on from there: whoever took it away takes
 * its texts along as well, and may have found that they stand where they come from.
 */
async function standingThere(
  { desk, conversations }: Ends,
  place: Place,
  moved: CarrierText[],
): Promise<CarrierText[] | null> {
  const [shown, { conversation }] = await Promise.all([
    desk.shownIn(place),
    conversations.find(place.line, place.contact),
  ]);
  if (!conversation || !isSame(conversation, place)) return null;
  return moved.filter(({ sid }) => shown.some((each) => each.sid === sid));
}

function isSame(one: Place, other: Place): boolean {
  return one.channel === other.channel && one.ts === other.ts;
}

/** Last of all: a run that dies before leaves a text twice rather than nowhere. */
async function takeAway(
  { desk }: Ends,
  messages: ThreadMessage[],
  moved: CarrierText[],
): Promise<void> {
  for (const message of messages) {
    const text = message.sid ?? message.attachment?.text;
    if (moved.some(({ sid }) => sid === text)) await desk.remove(message);
  }
}
