import type { Ends, Opening, Pinned, Place, Queued, Spot } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { threadAddress } from "../sms/place.ts";
import type { Work } from "../sms/work.ts";

/** A conversation that waits for an answer. */
export interface Waiting {
  place: Place;
  /** The contact's name; empty for somebody who is not saved. */
  name: string;
  work: Work;
  /** Since when (milliseconds). */
  since: number;
  /** Whether only the queue tells so: there an answer is seen by the next catch-up. */
  byQueue: boolean;
  link: string;
}

/** What the dashboard shows. */
export interface Overview {
  lines: Opening[];
  /** Longest waiting first. */
  waiting: Waiting[];
  /** Shared channels whose pins cannot be seen now: who waits there is not among the waiting. */
  unseen: string[];
  /** How many direct channels were not looked into. */
  unseenDirects: number;
  /** Whether a channel that was looked into did not answer, and may soon. */
  isPartial: boolean;
  /** Whether there are more channels than are looked into at once. */
  isInTurn: boolean;
}

/** How many channels are looked at: Slack answers some 20 such looks a minute, to all who open it. Shared ones come first. */
const LOOKED_AT = 6;

/** How many of those are the same every time. */
const ALWAYS = 3;

/** How long a look into one channel may take (milliseconds): Slack has those wait who ask too often. */
const LOOK = 2_500;

/** @throws Outage when the channel cannot be seen, or not soon enough. */
async function pinnedSoon(
  { clock, desk }: Ends,
  channel: string,
): Promise<Pinned[]> {
  const late = clock.sleep(LOOK).then(() => {
    throw new Outage(`the pins of ${channel} took too long`);
  });
  const pinned = desk.pinned(channel);
  // Whichever comes second is of no interest any more, nor why it failed.
  for (const each of [late, pinned]) each.catch(() => {});
  return await Promise.race([pinned, late]);
}

/**
 * Who waits for an answer, oldest first: the pinned cards are the record of it, and the queue of those without room.
 * @param turn which of the channels are looked at where there are too many: counted on, all have their turn.
 */
export async function overview(ends: Ends, turn = 0): Promise<Overview> {
  const { places } = ends;
  const agenda = await ends.lines.agenda(ends.clock.now());
  const numbers = agenda.lines.map(({ number }) => number);
  const lines = await ends.conversations.openings(numbers);
  const connected = (await ends.channels.all()).filter(({ closed }) => !closed);
  const directs = connected.filter(({ contact, lost }) => contact && !lost)
    .map(({ channel }) => channel);
  const shared = connected.filter(({ contact }) => !contact)
    .map(({ channel }) => channel);
  const all = [
    ...new Set([...lines.map(({ channel }) => channel), ...shared, ...directs]),
  ];
  const channels = inTurn(all, turn);
  const left = all.filter((each) => !channels.includes(each));
  const unseen = left.filter((each) => !directs.includes(each));
  let unseenDirects = left.length - unseen.length;
  let isPartial = false;
  const pins = (await Promise.all(
    channels.map((each) =>
      pinnedSoon(ends, each).catch((error) => {
        if (!(error instanceof Outage)) throw error;
        if (!error.isShutOut) isPartial = true;
        if (directs.includes(each)) unseenDirects++;
        else unseen.push(each);
        return [];
      })
    ),
  )).flat().sort((a, b) => a.since - b.since);
  const spots = pins.map(({ spot }) => spot);
  const threads = await places.threadsAt(spots);
  const others = spots.filter(({ channel, ts }) =>
    !threads.some((each) => each.channel === channel && each.ts === ts)
  );
  const lost = connected.filter((each) => each.contact && each.lost)
    .map(({ channel }) => channel);
  threads.push(...await leftBehind(ends, others, lost));
  const pinned = threads.flatMap((place): Waiter[] => {
    const pin = pins.find(({ spot }) =>
      spot.channel === place.channel && spot.ts === place.ts
    );
    const row = agenda.queue.find(({ line, contact }) =>
      line === place.line && contact === place.contact
    );
    if (!pin) return [];
    const queuedAt = row?.since ?? Infinity;
    const since = Math.min(pin.since, queuedAt);
    return [{ place, since, byQueue: queuedAt < pin.since, link: pin.link }];
  });
  const waiters = [...pinned, ...await queuedUp(ends, agenda.queue, pinned)]
    .sort((a, b) => a.since - b.since);
  const known = await ends.conversations.findAll(
    waiters.map(({ place }) => place),
  );
  const waiting = waiters.flatMap((waiter, at) => {
    const about = known[at];
    if (!about) return [];
    const { standing: { name }, work } = about;
    return [{ ...waiter, name, work }];
  });
  const isInTurn = left.length > 0;
  return { lines, waiting, unseen, unseenDirects, isPartial, isInTurn };
}

/** As many channels as are looked at: the first ones always, the others in turn. */
function inTurn(all: string[], turn: number): string[] {
  const others = all.slice(ALWAYS);
  const size = LOOKED_AT - ALWAYS;
  const from = turn % Math.max(1, Math.ceil(others.length / size)) * size;
  return [...all.slice(0, ALWAYS), ...others.slice(from, from + size)];
}

/** Places in which a contact still waits whose conversation went to a channel that was lost before they were taken along. */
async function leftBehind(
  { conversations, places }: Ends,
  spots: Spot[],
  lost: string[],
): Promise<Place[]> {
  if (spots.length === 0 || lost.length === 0) return [];
  const left = await places.leftFor(spots, lost);
  if (left.length === 0) return [];
  const standing = await conversations.placesOf(left);
  return left.filter(({ line, contact }) =>
    standing.some((each) =>
      each.line === line && each.contact === contact &&
      lost.includes(each.channel)
    )
  );
}

type Waiter = Omit<Waiting, "name" | "work">;

/** Those for whose pins there is no room. */
async function queuedUp(
  { conversations }: Ends,
  queue: Queued[],
  pinned: Waiter[],
): Promise<Waiter[]> {
  const without = queue.filter(({ line, contact, wasPinned }) =>
    !wasPinned &&
    !pinned.some(({ place }) =>
      place.line === line && place.contact === contact
    )
  );
  if (without.length === 0) return [];
  const [places, { address }] = await Promise.all([
    conversations.placesOf(without),
    conversations.rules(),
  ]);
  return places.map((place) => ({
    place,
    since:
      without.find(({ line, contact }) =>
        line === place.line && contact === place.contact
      )?.since ?? 0,
    byQueue: true,
    link: threadAddress(address, place.channel, place.ts),
  }));
}
