import { hasLeft } from "../outgoing.ts";
import type {
  Agenda,
  Ends,
  Place,
  Queued,
  QueueNotice,
  Standing,
} from "../ports.ts";
import { Outage } from "../refusal.ts";
import { conversationKey } from "../sms/conversation.ts";
import { messageKey } from "../sms/place.ts";
import type { Work } from "../sms/work.ts";
import { reopen } from "../texts/show_texts.ts";
import { SKEW } from "../timing.ts";
import { keepNotice } from "./queue_notice.ts";
import { waitsSince } from "./queue_up.ts";

/** The most messages that Slack pins in a channel (https://docs.slack.dev/reference/methods/pins.add: `too_many_pins`). */
const MOST_PINS = 100;

/** A conversation that waits in a channel. */
interface Waiter {
  place: Place;
  since: number;
  isPinned: boolean;
  row: Queued | null;
}

type Due = Queued & {
  place: Place;
  about: { standing: Standing; work: Work };
};

/**
 * Where more contacts wait than Slack pins, those are pinned who have waited longest, and one message says how many
 * more there are. Whoever is to lose a pin is written down first, and whoever gets one afterwards: a run that dies
 * between leaves both to the next.
 * @param sentAt when (milliseconds) something was last texted in conversations, by their keys, as far as is known.
 */
export async function keepQueue(
  ends: Ends,
  { queue, notices }: Pick<Agenda, "queue" | "notices">,
  sentAt: ReadonlyMap<string, number>,
): Promise<void> {
  if (queue.length === 0 && notices.length === 0) return;
  const due = await placed(ends, queue);
  const channels = [...due, ...notices].map((each) =>
    "place" in each ? each.place.channel : each.channel
  );
  for (const channel of new Set(channels)) {
    try {
      const here = due.filter(({ place }) => place.channel === channel);
      const notice = notices.find((each) => each.channel === channel) ?? null;
      await keepChannel(ends, channel, here, notice, sentAt);
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      console.error(`queue of ${channel} left as it was: ${error.message}`);
    }
  }
}

/** The rows with their conversations' places; those of conversations that wait for nobody any more are dropped. */
async function placed(ends: Ends, queue: Queued[]): Promise<Due[]> {
  const { conversations, lines } = ends;
  const known = await conversations.findAll(queue);
  const due: Due[] = [];
  for (const [at, row] of queue.entries()) {
    const { line, contact } = row;
    const about = known[at];
    const place = about?.place && { line, contact, ...about.place };
    if (place && !rests(about)) due.push({ ...row, place, about });
    else await lines.removeQueued(line, contact);
  }
  return due;
}

function rests({ standing, work: { state } }: Due["about"]): boolean {
  return standing.doNotDisturb !== null || state === "pending" ||
    state === "solved" || state === "closed";
}

async function keepChannel(
  ends: Ends,
  channel: string,
  due: Due[],
  notice: QueueNotice | null,
  sentAt: ReadonlyMap<string, number>,
): Promise<void> {
  const { desk, lines } = ends;
  const pins = await desk.pinned(channel);
  const cards = await ends.places.threadsAt(pins.map(({ spot }) => spot));
  const others = pins.length - cards.length -
    (pins.some(({ spot }) => spot.ts === notice?.ts) ? 1 : 0);
  const waiters: Waiter[] = [];
  for (const card of cards) {
    const pin = pins.find(({ spot }) => spot.ts === card.ts);
    let row = due.find(({ place }) => place.ts === card.ts) ?? null;
    if (row?.wasPinned && hasSent(row, sentAt)) {
      // It was answered since, and waits anew: its pin tells since when.
      await lines.removeQueued(row.line, row.contact);
      row = null;
    }
    const since = Math.min(pin?.since ?? Infinity, row?.since ?? Infinity);
    waiters.push({ place: card, since, isPinned: true, row });
    if (row && !row.wasPinned) {
      await lines.saveQueued({ ...row, wasPinned: true });
    }
  }
  for (const row of due) {
    const { line, contact, place } = row;
    if (cards.some(({ ts }) => ts === place.ts)) continue;
    const since = row.wasPinned ? null : await stillSince(ends, row, sentAt);
    // Its pin was taken off since, or it was answered before it got one.
    if (since === null) await lines.removeQueued(line, contact);
    else waiters.push({ place, since, isPinned: false, row });
  }
  waiters.sort((a, b) => a.since - b.since);
  const room = Math.max(0, MOST_PINS - others);
  const pinned = waiters.length <= room ? room : Math.max(0, room - 1);
  const over = waiters.slice(pinned);
  for (const { place, since, isPinned } of over) {
    if (!isPinned) continue;
    const { line, contact } = place;
    await lines.saveQueued({ line, contact, since, wasPinned: false });
    await desk.unpin(place);
  }
  // In a direct channel there is nobody else to tell of.
  const isShared = over.some(({ place }) => !place.direct);
  await keepNotice(ends, channel, isShared ? over.length : 0, notice, pins);
  for (const waiter of waiters.slice(0, pinned)) {
    if (!waiter.isPinned) await giveItsPin(ends, waiter);
  }
}

/** Since when a conversation without a pin waits by now; its thread is only looked at where something has left. */
async function stillSince(
  { desk }: Ends,
  row: Due,
  sentAt: ReadonlyMap<string, number>,
): Promise<number | null> {
  const { place, since } = row;
  if (!hasSent(row, sentAt)) return since;
  const { messages } = await desk.thread(place, since);
  // It was answered where the conversation was before, and nothing came along.
  if (messages.every(({ sid }) => sid === null)) return null;
  return messages.some(hasLeft) ? waitsSince(messages) : since;
}

/** Whether something may have been texted since a conversation waits. */
function hasSent(
  { line, contact, since }: Queued,
  sentAt: ReadonlyMap<string, number>,
): boolean {
  const at = sentAt.get(conversationKey(line, contact));
  return at !== undefined && at > since - SKEW;
}

/** Pins a conversation that has waited for it, unless it has been answered meanwhile. */
async function giveItsPin(
  ends: Ends,
  { place, since }: Waiter,
): Promise<void> {
  const { carrier, conversations, desk, lines } = ends;
  const { line, contact } = place;
  const { messages } = await desk.thread(place, since);
  if (messages.some(hasLeft) && waitsSince(messages) === null) {
    return await lines.removeQueued(line, contact);
  }
  const pin = await desk.pin(place);
  if (pin === "full") return;
  if (pin !== "gone") {
    await lines.saveQueued({ line, contact, since, wasPinned: true });
    return;
  }
  const { conversation } = await conversations.find(line, contact);
  const isHere = conversation &&
    messageKey(conversation.channel, conversation.ts) ===
      messageKey(place.channel, place.ts);
  if (isHere) {
    await reopen(ends, conversation, await carrier.textsFrom(contact, line));
  }
  await lines.removeQueued(line, contact);
}
