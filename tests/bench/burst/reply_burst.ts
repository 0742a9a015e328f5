import { openBusyOffice, textAt } from "./busy_office.ts";
import { type Used, used } from "./used_limits.ts";

export interface ReplyBurst {
  replies: number;
  lost: number;
  doubled: number;
  /** Seconds from a reply until the carrier had it: half of them, and the last. */
  median: number;
  slowest: number;
  /** Seconds from the first reply until the last one's marks said that it had arrived; null if that takes catch-up. */
  marked: number | null;
  limits: Used[];
}

const MINUTE = 60_000;
const SECOND = 1_000;
const LOOK = 1_000;

/** What it comes to when so many teammates reply within one second, each in a conversation of their own. */
export async function replyBurst(replies: number): Promise<ReplyBurst> {
  const office = await openBusyOffice(replies, replies);
  const { stage, hands, channel, workspace } = office;
  const { clock, world } = stage;
  const { messages } = world.slack.workspace;
  try {
    for (const contact of office.contacts) {
      textAt(office, 0, contact, "hi");
      await clock.advance(10_000);
    }
    // Catch-up, five minutes past every hour, would take its share of Slack's rates.
    await clock.advance(90 * MINUTE - clock.now() % (60 * MINUTE));
    const cards = messages.inChannel(channel).filter(({ metadata }) =>
      metadata?.event_type === "clerk_card"
    );
    const mates = workspace.people.filter(({ name }) => /^mate\d/.test(name));
    const start = clock.now();
    const before = world.journal.since(0).length;
    const posted: number[] = [];
    for (const [at, { token }] of mates.entries()) {
      const thread_ts = cards[at]?.ts;
      posted.push(at * SECOND / replies);
      clock.after(
        at * SECOND / replies,
        () =>
          void hands.slack(token, "chat.postMessage", {
            channel,
            thread_ts,
            text: `reply ${at + 1}`,
          }),
      );
    }
    await clock.advance(SECOND);
    const isMarked = () =>
      messages.inChannel(channel).filter(({ text, reactions }) =>
        text.startsWith("reply ") &&
        reactions.some(({ name }) => name === "vibration_mode")
      ).length === replies;
    while (!isMarked() && clock.now() < start + 10 * MINUTE) {
      await clock.advance(LOOK);
    }
    const marked = clock.now();
    const isAllMarked = isMarked();
    await clock.advance(2 * MINUTE);
    const sent = world.carrier.messages.all()
      .filter(({ direction, created }) =>
        direction !== "inbound" && created >= start
      );
    const waits = posted.map((after, at) =>
      sent.filter(({ body }) => body === `reply ${at + 1}`)
        .map(({ created }) => (created - start - after) / SECOND)
    );
    const times = waits.map(([first]) => first ?? Infinity)
      .toSorted((one, other) => one - other);
    return {
      replies,
      lost: waits.filter(({ length }) => length === 0).length,
      doubled: waits.filter(({ length }) => length > 1).length,
      median: times[Math.floor(replies / 2)] ?? 0,
      slowest: times.at(-1) ?? 0,
      marked: isAllMarked ? (marked - start) / SECOND : null,
      limits: used(world.journal.since(before), start, marked),
    };
  } finally {
    await stage.close();
  }
}
