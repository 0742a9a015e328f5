import type { Clock } from "../../emulator/clock.ts";
import type { World } from "../../emulator/world.ts";
import type { Workspace } from "../support/surface.ts";
import type { Chance } from "./chance.ts";
import type { Faults } from "./faults.ts";
import type { Hands } from "./hands.ts";
import type { Ledger, Way, Wish } from "./ledger.ts";
import type { Trace } from "./trace.ts";

/** One of the team. */
export type Mate = Workspace["people"][number];

/** What the people at Slack have in mind. */
class Minds {
  readonly busy = new Set<string>();
  readonly hushing = new Map<string, number>();
  /** How many words of their own they have found. */
  words = 0;
}

/** The people at Slack: who they are, what they act with, and the ledger of what they want. */
export class Team {
  constructor(
    readonly world: World,
    readonly hands: Hands,
    readonly chance: Chance,
    readonly faults: Faults,
    readonly ledger: Ledger,
    readonly trace: Trace,
    /** The first of them is an admin. */
    readonly mates: readonly [Mate, ...Mate[]],
    private readonly minds = new Minds(),
  ) {}

  /** The same people, whom another source of chance moves. */
  movedBy(chance: Chance): Team {
    const { world, hands, faults, ledger, trace, mates, minds } = this;
    return new Team(world, hands, chance, faults, ledger, trace, mates, minds);
  }

  /** Who has a form open. */
  get busy(): Set<string> {
    return this.minds.busy;
  }

  /** When (virtual milliseconds) somebody last changed whether a contact may be disturbed. */
  get hushing(): Map<string, number> {
    return this.minds.hushing;
  }

  get clock(): Clock {
    return this.world.clock;
  }

  someone(): Mate {
    return this.chance.oneOf(this.mates);
  }

  /** Words that nobody else ever uses. */
  words(prefix: string): string {
    return `${prefix}${++this.minds.words} ${
      this.chance.oneOf(["on my way", "we close at six", "😀 yes"])
    }`;
  }

  /** @param mate who wants it; nobody for a workflow. */
  wish(
    way: Way,
    mate: Mate | undefined,
    text: Pick<Wish, "line" | "contact" | "body">,
  ): Wish {
    return {
      way,
      ...text,
      by: mate?.id ?? "",
      at: this.clock.now(),
      isDeleted: false,
      isPromised: false,
    };
  }
}
