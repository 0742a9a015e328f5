import type { BusyOffice } from "./busy_office.ts";

/** A text that came, and what became of it in Slack. */
export interface TextShown {
  contact: string;
  /** When it came (milliseconds). */
  came: number;
  /** When it was shown (milliseconds), once for each time that it stands there. */
  shown: number[];
}

/** What became of every text that came since a moment (milliseconds), in the carrier's order. */
export function textsShown(
  { stage: { world }, channel }: BusyOffice,
  since: number,
): TextShown[] {
  const shown = new Map<string, number[]>();
  for (
    const { metadata, ts } of world.slack.workspace.messages.inChannel(channel)
  ) {
    const sid = metadata?.event_payload.sid;
    if (metadata?.event_type !== "clerk_received" || typeof sid !== "string") {
      continue;
    }
    shown.set(sid, [...shown.get(sid) ?? [], Number(ts) * 1000]);
  }
  return world.carrier.messages.all()
    .filter(({ direction, created }) =>
      direction === "inbound" && created >= since
    )
    .map(({ sid, from, created }) => ({
      contact: from,
      came: created,
      shown: shown.get(sid) ?? [],
    }));
}

/** How many conversations show their texts in another order than the carrier's. */
export function disordered(texts: TextShown[]): number {
  const ofContacts = Map.groupBy(texts, ({ contact }) => contact);
  return [...ofContacts.values()].filter((ofOne) =>
    ofOne.some(({ shown: [at = 0] }, index) =>
      at < (ofOne[index - 1]?.shown[0] ?? 0)
    )
  ).length;
}
