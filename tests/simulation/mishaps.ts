import type { DrawnFates } from "./call_fate.ts";
import type { Mishap } from "./faults.ts";
import { Refused } from "./hands.ts";
import type { Mate, Team } from "./team.ts";

/** The most pins that Slack lets a channel have. */
const MOST_PINS = 100;

/** What happens for a while to a channel or to a whole end, and is mended before the faults are over. */
export class Mishaps {
  /** What mends the things that have been broken; safe to repeat. */
  readonly #mends: (() => Promise<void>)[] = [];
  #isOver = false;

  constructor(
    private readonly team: Team,
    private readonly fates: DrawnFates,
    private readonly channels: readonly string[],
  ) {}

  get #mate(): Mate {
    return this.team.mates[0];
  }

  /** Sets out what is to go wrong within `span` milliseconds. */
  plan(span: number): void {
    for (const side of ["slack", "carrier", "relay"] as const) {
      this.#some(`${side}_down`, span, 120_000, () => {
        this.fates.down.add(side);
        return () => Promise.resolve(void this.fates.down.delete(side));
      });
    }
    const channel = this.team.chance.anyOf(this.channels) ?? "";
    for (let times = this.team.chance.between(1, 3); times > 0; times--) {
      this.#some(
        "channel_archived",
        span,
        600_000,
        () => this.#archive(channel),
      );
      this.#some("bot_removed", span, 600_000, () => this.#removeBot(channel));
    }
    this.#some("pins_full", span, 1_200_000, () => this.#fillPins(channel));
  }

  /** Mends all that is still broken: also what could not be mended in its time because of another mishap. */
  async end(): Promise<void> {
    this.#isOver = true;
    for (let round = 0; round < 2; round++) {
      for (const mend of this.#mends) await mend();
    }
  }

  #some(
    kind: Mishap,
    span: number,
    longest: number,
    strike: () => (() => Promise<void>) | Promise<() => Promise<void>>,
  ): void {
    if (!this.team.faults.strikes(kind)) return;
    const begin = this.team.chance.between(0, span);
    const wait = this.team.chance.magnitude(1_000, longest);
    this.team.world.clock.after(begin, async () => {
      this.team.trace.note("fault", `${kind} for ${wait} ms`);
      const mend = await strike();
      this.#mends.push(mend);
      this.team.world.clock.after(wait, () => {
        if (this.#isOver) return;
        this.team.trace.note("fault", `${kind} is over`);
        void mend();
      });
    });
  }

  async #archive(channel: string): Promise<() => Promise<void>> {
    await this.#slack("conversations.archive", { channel });
    return () => this.#slack("conversations.unarchive", { channel });
  }

  /** An admin does this in Slack's client; the Web API has no word for it that an emulator without scopes of admins needs. */
  #removeBot(channel: string): () => Promise<void> {
    const { channels, bot } = this.team.world.slack.workspace;
    const found = channels.get(channel);
    if (found) channels.leave(found, bot.user_id);
    return () =>
      this.#slack("conversations.invite", { channel, users: bot.user_id });
  }

  /** As hundreds of calls of a person's client would: nobody makes a difference, and every fourth world does it. */
  #fillPins(channel: string): () => Promise<void> {
    const { channels, messages, pins } = this.team.world.slack.workspace;
    const user = this.#mate.id;
    const isOpen = channels.get(channel)?.is_archived === false;
    const room = isOpen ? MOST_PINS - pins.in(channel).length : 0;
    const pinned = Array.from({ length: room }, (_, pin) => {
      const notice = messages.post({ channel, user, text: `notice ${pin}` });
      pins.add(notice, user);
      return notice;
    });
    return () => {
      for (const notice of pinned.splice(0)) {
        if (notice.pinned) pins.remove(notice, user);
      }
      return Promise.resolve();
    };
  }

  async #slack(method: string, args: Record<string, unknown>): Promise<void> {
    try {
      await this.team.hands.slack(this.#mate.token, method, args);
    } catch (error) {
      // An archived channel cannot be archived again: two mishaps may meet.
      if (!(error instanceof Refused)) throw error;
    }
  }
}
