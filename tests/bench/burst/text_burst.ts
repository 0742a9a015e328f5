import { type BusyOffice, openBusyOffice, textAt } from "./busy_office.ts";
import { disordered, type TextShown, textsShown } from "./texts_shown.ts";
import { type Used, used } from "./used_limits.ts";

export interface TextBurst {
  /** Whether the contacts had conversations before. */
  known: boolean;
  contacts: number;
  texts: number;
  lost: number;
  doubled: number;
  /** Conversations that show their texts in another order than the carrier's. */
  disordered: number;
  /** Seconds from the first text until the last was shown. */
  seconds: number;
  /** Messages posted to the channel meanwhile: the texts, and cards of new conversations. */
  posts: number;
  /** Posts a second. */
  rate: number;
  /** Half of the texts outside the burst are shown within so many seconds. */
  median_wait_alone: number;
  /** The same of the texts of the burst. */
  median_wait: number;
  /** How much of what Slack publishes as its limits was used. */
  limits: Used[];
}

const MINUTE = 60_000;

/** How long the last text of a burst is waited for, and how often it is looked. */
const PATIENCE = 6 * 60 * MINUTE;
const LOOK = 10_000;

/** Texts alone: one every so many milliseconds, so that none stands behind another. */
const ALONE = 20;
const APART = 30_000;

/** What a burst of texts within one minute, from so many contacts, comes to. */
export async function textBurst(
  { contacts, texts, known }: {
    contacts: number;
    texts: number;
    known: boolean;
  },
): Promise<TextBurst> {
  const office = await openBusyOffice(contacts, 0);
  const { clock, world } = office.stage;
  try {
    if (known) await getAcquainted(office);
    const alone = await textAlone(office);
    const start = clock.now();
    const before = world.journal.since(0).length;
    for (let at = 0; at < texts; at++) {
      const contact = office.contacts[(at * 7) % contacts] ?? "";
      textAt(office, at * MINUTE / texts, contact, `text ${at + 1}`);
    }
    await clock.advance(MINUTE);
    while (
      textsShown(office, start).some(({ shown }) => shown.length === 0) &&
      clock.now() < start + PATIENCE
    ) await clock.advance(LOOK);
    const last = lastOf(textsShown(office, start));
    // What is doubled for a moment is taken away; a catch-up comes by as well.
    await clock.advance(2 * MINUTE);
    const seen = textsShown(office, start);
    const shown = seen.flatMap(({ shown: [at] }) => at ?? []);
    const calls = world.journal.since(before);
    const posts = calls.filter(({ method, outcome, end }) =>
      method === "chat.postMessage" && outcome === "ok" &&
      (end ?? 0) <= last + 100
    ).length;
    return {
      known,
      contacts,
      texts,
      lost: texts - shown.length,
      doubled: seen.filter(({ shown }) =>
        shown.length > 1
      ).length,
      disordered: disordered(seen),
      seconds: (last - start) / 1000,
      posts,
      rate: posts / ((last - start) / 1000),
      median_wait_alone: median(alone.map(waitOf)) / 1000,
      median_wait: median(seen.map(waitOf)) / 1000,
      limits: used(calls, start, last),
    };
  } finally {
    await office.stage.close();
  }
}

/** Has every contact text once and be answered, so to speak: their cards stand, and nobody waits. */
async function getAcquainted(office: BusyOffice): Promise<void> {
  const { clock, world } = office.stage;
  const { pins, messages } = world.slack.workspace;
  for (const contact of office.contacts) {
    textAt(office, 0, contact, "hi");
    await clock.advance(10_000);
    for (const message of messages.inChannel(office.channel)) {
      if (message.pinned) pins.remove(message, "");
    }
  }
  await clock.advance(5 * MINUTE);
}

async function textAlone(office: BusyOffice): Promise<TextShown[]> {
  const { clock } = office.stage;
  const start = clock.now();
  for (let at = 0; at < ALONE; at++) {
    const contact = office.contacts[at % office.contacts.length] ?? "";
    textAt(office, 0, contact, `alone ${at + 1}`);
    await clock.advance(APART);
  }
  return textsShown(office, start);
}

function waitOf({ came, shown: [at] }: TextShown): number {
  return at === undefined ? Infinity : at - came;
}

function lastOf(texts: TextShown[]): number {
  return Math.max(...texts.map(({ shown: [at] }) => at ?? 0));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
