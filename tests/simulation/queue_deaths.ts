import { untilCatchUp } from "./catch_ups.ts";
import type { Death } from "./one_death.ts";
import { type Course, liveInSmallWorld } from "./small_world.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;

/** A catch-up finds more who wait than pins, or room for them again. */
export const TURNS = ["too many wait", "there is room again"] as const;
export type Turn = typeof TURNS[number];

/** What somebody has pinned beside the cards: room is left for two. */
const OTHERS = 98;

/**
 * Lives through a catch-up that gives and takes pins, in which one run dies or none, and lets two more come by.
 * @returns what is wrong then, and how many calls there were.
 */
export async function dieQueueing(
  turn: Turn,
  death?: Death,
): Promise<Course> {
  return await liveInSmallWorld(3, death, async ({ stage, clock, fates }) => {
    const world = new FullWorld(stage);
    // Nobody is killed in the hourly catch-up.
    await untilCatchUp(stage, clock);
    world.pinOthers();
    for (const { number } of stage.workspace.phones) {
      await world.text(number);
      await clock.advance(MINUTE);
    }
    await clock.advance(2 * MINUTE);
    if (turn === "there is room again") {
      world.catchUp();
      await clock.advance(2 * MINUTE);
      world.unpinOthers();
    }
    fates.arm();
    world.catchUp();
    await clock.advance(2 * MINUTE);
    fates.disarm();
    await clock.advance(122 * MINUTE);
    await stage.rest();
    const wrongs = turn === "too many wait"
      ? world.wrongs([true, false, false], "2 more")
      : world.wrongs([true, true, true], null);
    return wrongs;
  });
}

/** A world with more who wait than can be pinned. */
class FullWorld {
  readonly #others: string[] = [];

  constructor(private readonly stage: Stage) {}

  async text(number: string): Promise<void> {
    const [line] = this.stage.workspace.lines;
    await this.stage.hands.ask("POST", `/phones/${number}/texts`, {
      to: line?.number,
      body: "hello",
    });
  }

  /** A catch-up begins. */
  catchUp(): void {
    this.stage.world.slack.runStep("catch_up", {}).catch(() => {});
  }

  pinOthers(): void {
    const { messages, pins } = this.#workspace;
    for (let each = 0; each < OTHERS; each++) {
      const posted = messages.post({
        channel: this.#channel,
        user: this.#mate,
        text: `notice ${each}`,
      });
      pins.add(posted, this.#mate);
      this.#others.push(posted.ts);
    }
  }

  unpinOthers(): void {
    const { messages, pins } = this.#workspace;
    for (const ts of this.#others) {
      const posted = messages.get(this.#channel, ts);
      if (posted) pins.remove(posted, this.#mate);
    }
  }

  /** What is wrong with the pins of the cards, oldest first, and with the line that says how many more wait. */
  wrongs(pinned: boolean[], words: string | null): string[] {
    const wrongs: string[] = [];
    const own = [...this.#workspace.messages.inChannel(this.#channel)];
    const cards = own.filter((each) => kindOf(each) === "clerk_card")
      .map((each) => each.pinned !== undefined);
    if (cards.join() !== pinned.join()) wrongs.push(`pins: ${cards}`);
    const lines = own.filter((each) => kindOf(each) === "clerk_queue");
    const isRight = words === null ? lines.length === 0 : lines.length === 1 &&
      lines.every(({ text, pinned }) => text.includes(words) && pinned);
    if (!isRight) wrongs.push(`lines: ${lines.map(({ text }) => text)}`);
    for (const { callback_id, error } of this.#failed) {
      wrongs.push(`${callback_id} failed: ${error}`);
    }
    return wrongs;
  }

  get #failed() {
    return this.stage.world.slack.executions.all().filter(({ error }) =>
      error && !/^Killed|60 seconds/.test(error)
    );
  }

  get #mate(): string {
    return this.stage.workspace.people[0]?.id ?? "";
  }

  get #channel(): string {
    return this.stage.workspace.lines[0]?.channel_id ?? "";
  }

  get #workspace() {
    return this.stage.world.slack.workspace;
  }
}

function kindOf({ metadata }: { metadata?: { event_type: string } }) {
  return metadata?.event_type;
}
