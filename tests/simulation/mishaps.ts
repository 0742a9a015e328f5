import type { World } from "../../emulator/world.ts";
import type { DrawnFates } from "./call_fate.ts";
import type { Chance } from "./chance.ts";
import type { Faults } from "./faults.ts";
import { type Hands, Refused } from "./hands.ts";
import type { Mate } from "./teammates.ts";
import type { Trace } from "./trace.ts";

/** The most pins that Slack lets a channel have. */
const MOST_PINS = 100;

/** What happens for a while to a channel or to a whole end, and is mended before the faults are over. */
export class Mishaps {
  /** What mends the things that have been broken; safe to repeat. */
  readonly #mends: (() => Promise<void>)[] = [];

  constructor(
    private readonly world: World,
    private readonly hands: Hands,
    private readonly chance: Chance,
    private readonly faults: Faults,
    private readonly fates: DrawnFates,
    private readonly trace: Trace,
    private readonly mate: Mate,
    private readonly channels: readonly string[],
  ) {}

  /** Sets out what is to go wrong within `span` milliseconds. */
  plan(span: number): void {
    for (const side of ["slack", "carrier", "relay"] as const) {
      this.#some(`${side}_down`, span, 120_000, () => {
        this.fates.down.add(side);
        return () => Promise.resolve(void this.fates.down.delete(side));
      });
    }
    const channel = this.chance.anyOf(this.channels) ?? "";
    this.#some("channel_archived", span, 600_000, () => this.#archive(channel));
    this.#some("bot_removed", span, 600_000, () => this.#removeBot(channel));
    this.#some("pins_full", span, 1_200_000, () => this.#fillPins(channel));
  }

  /** Mends all that is still broken: also what could not be mended in its time because of another mishap. */
  async end(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      for (const mend of this.#mends) await mend();
    }
  }

  #some(
    kind: Parameters<Faults["strikes"]>[0],
    span: number,
    longest: number,
    strike: () => (() => Promise<void>) | Promise<() => Promise<void>>,
  ): void {
    if (!this.faults.strikes(kind)) return;
    const begin = this.chance.between(0, span);
    const wait = this.chance.magnitude(1_000, longest);
    this.world.clock.after(begin, async () => {
      this.trace.note("fault", `${kind} for ${wait} ms`);
      const mend = await strike();
      this.#mends.push(mend);
      this.world.clock.after(wait, () => {
        this.trace.note("fault", `${kind} is over`);
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
    const { channels, bot } = this.world.slack.workspace;
    const found = channels.get(channel);
    if (found) channels.leave(found, bot.user_id);
    return () =>
      this.#slack("conversations.invite", { channel, users: bot.user_id });
  }

  async #fillPins(channel: string): Promise<() => Promise<void>> {
    const pinned: string[] = [];
    for (let pin = 0; pin < MOST_PINS; pin++) {
      try {
        const { ts } = await this.hands.slack<{ ts: string }>(
          this.mate.token,
          "chat.postMessage",
          { channel, text: `notice ${pin}` },
        );
        await this.hands.slack(this.mate.token, "pins.add", {
          channel,
          timestamp: ts,
        });
        pinned.push(ts);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        break;
      }
    }
    return async () => {
      for (const timestamp of pinned) {
        await this.#slack("pins.remove", { channel, timestamp });
      }
    };
  }

  async #slack(method: string, args: Record<string, unknown>): Promise<void> {
    try {
      await this.hands.slack(this.mate.token, method, args);
    } catch (error) {
      // An archived channel cannot be archived again: two mishaps may meet.
      if (!(error instanceof Refused)) throw error;
    }
  }
}
