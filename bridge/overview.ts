import type { Ends, Opening, Place } from "./ports.ts";
import { Outage } from "./refusal.ts";
import type { Work } from "./sms/work.ts";

/** A conversation that waits for an answer. */
export interface Waiting {
  place: Place;
  /** The contact's name; empty for somebody who is not saved. */
  name: string;
  work: Work;
  /** Since when (milliseconds). */
  since: number;
  link: string;
}

/** What the dashboard shows. */
export interface Overview {
  lines: Opening[];
  /** Longest waiting first. */
  waiting: Waiting[];
  /** Channels whose pins cannot be seen now: who waits there is not among the waiting. */
  unseen: string[];
}

/** Who waits for an answer, oldest first: the pinned cards are the record of it. */
export async function overview(ends: Ends): Promise<Overview> {
  const { desk, places } = ends;
  const numbers = (await ends.lines.all()).map(({ number }) => number);
  const lines = await ends.conversations.openings(numbers);
  const channels = [...new Set(lines.map(({ channel }) => channel))];
  const unseen: string[] = [];
  const pins = (await Promise.all(
    channels.map((each) =>
      desk.pinned(each).catch((error) => {
        if (!(error instanceof Outage)) throw error;
        unseen.push(each);
        return [];
      })
    ),
  )).flat().sort((a, b) => a.since - b.since);
  const threads = await places.threadsAt(pins.map(({ spot }) => spot));
  const known = await ends.conversations.findAll(threads);
  const waiting = pins.flatMap(({ spot, since, link }) => {
    const at = threads.findIndex(({ channel, ts }) =>
      channel === spot.channel && ts === spot.ts
    );
    const place = threads[at];
    const about = known[at];
    if (!place || !about) return [];
    const { standing: { name }, work } = about;
    return [{ place, name, work, since, link }];
  });
  return { lines, waiting, unseen };
}
