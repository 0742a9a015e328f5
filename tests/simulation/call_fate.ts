import type { Call } from "../../emulator/wire.ts";
import type { Chance } from "./chance.ts";
import { CALL_FAULTS, type CallFault, type Faults } from "./faults.ts";
import type { Run } from "./mortal_host.ts";

/** How one API call fares: milliseconds there and back, and what goes wrong. */
export interface CallFate {
  there: number;
  back: number;
  fault?: CallFault | "down";
}

/** Who sends a call: a run of the app, the relay that rings, or the carrier that posts a webhook. */
export type Sender = Run | "relay" | "carrier";

/** Decides how calls fare. */
export interface CallFates {
  fateOf(call: Call, sender: Sender): CallFate;
}

/** The usual time of a call, in milliseconds each way. */
const USUAL = [10, 120] as const;

/** A slow call's; every time limit there is lies below the sum. */
const SLOW_THERE = [200, 10_000] as const;
const SLOW_BACK = [200, 20_000] as const;

/** Slack's runtime, and not the app, reports a run's end with these. */
const REPORTS = ["functions.completeSuccess", "functions.completeError"];

/** Fates drawn from the seed. */
export class DrawnFates implements CallFates {
  /** Ends that answer nothing now. */
  readonly down = new Set<"slack" | "carrier" | "relay">();

  constructor(
    private readonly chance: Chance,
    private readonly faults: Faults,
    private readonly now: () => number,
  ) {}

  fateOf(call: Call, sender: Sender): CallFate {
    const { chance } = this;
    const fate: CallFate = {
      there: chance.between(...USUAL),
      back: chance.between(...USUAL),
    };
    const befalling = faultsOf(call, sender);
    const isDown = befalling.includes("refused") && this.#isDown(call, sender);
    if (isDown) return { ...fate, fault: "down" };
    for (const fault of befalling) {
      if (!this.faults.strikes(fault)) continue;
      if (fault === "slow") {
        fate.there = chance.magnitude(...SLOW_THERE);
        fate.back = chance.magnitude(...SLOW_BACK);
        this.faults.lastsUntil(this.now() + fate.there + fate.back);
      }
      return { ...fate, fault };
    }
    return fate;
  }

  #isDown({ side }: Call, sender: Sender): boolean {
    const end = sender === "carrier" ? "relay" : side;
    return this.down.has(end);
  }
}

/** What can befall a call of this sender. */
function faultsOf(call: Call, sender: Sender): readonly CallFault[] {
  if (typeof sender !== "string") {
    if (sender.kind === "function" && REPORTS.includes(call.method)) {
      return DEADLY;
    }
    return call.side === "slack" ? CALL_FAULTS : OF_THE_CARRIER;
  }
  return sender === "relay" ? OF_RINGS : OF_WEBHOOKS;
}

const DEADLY: CallFault[] = ["killed_before_call", "killed_after_call"];
const OF_THE_CARRIER = CALL_FAULTS.filter((each) => each !== "token_revoked");
const OF_RINGS = OF_THE_CARRIER.filter((each) => !DEADLY.includes(each));
const OF_WEBHOOKS = OF_RINGS.filter((each) =>
  each !== "rate_limited" && each !== "malformed"
);
