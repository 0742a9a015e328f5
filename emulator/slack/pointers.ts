import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import { refuse } from "./refusal.ts";

/** How long an interactivity pointer (or trigger id) can open a modal, in milliseconds. */
const LIFE = 3000;

/** What a pointer stands for: one person's one click. */
export interface Interaction {
  user_id: string;
  /** The channel it happened in, if it happened in one. */
  channel_id: string | null;
  /** The modal it happened in, if it happened in one. */
  view_id: string | null;
}

/** Interactivity pointers: each good once, and for three seconds. */
export class Pointers {
  readonly #given = new Map<
    string,
    Interaction & { until: number; used: boolean }
  >();

  constructor(private readonly clock: Clock, private readonly ids: Ids) {}

  /** What an event about this interaction carries. */
  issue(interaction: Interaction) {
    const now = this.clock.now();
    for (const [key, given] of this.#given) {
      if (given.until > now - 60_000) break;
      this.#given.delete(key);
    }
    const pointer = `${now}.${this.ids.hex(8)}.${this.ids.hex(32)}`;
    this.#given.set(pointer, {
      ...interaction,
      until: now + LIFE,
      used: false,
    });
    return {
      interactivity_pointer: pointer,
      interactor: { id: interaction.user_id, secret: this.ids.hex(24) },
    };
  }

  exchange(pointer: string): Interaction {
    const given = this.#given.get(pointer);
    if (!given) {
      // Slack cannot tell a forgotten pointer from an old one either.
      const made = Number(pointer.split(".")[0]);
      return refuse(
        made > 0 && made < this.clock.now() - LIFE
          ? "expired_trigger_id"
          : "invalid_trigger_id",
      );
    }
    if (given.used) refuse("exchanged_trigger_id");
    if (this.clock.now() > given.until) refuse("expired_trigger_id");
    given.used = true;
    return given;
  }
}
