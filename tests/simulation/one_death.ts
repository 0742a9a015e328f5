import type { Call } from "../../emulator/wire.ts";
import type { CallFate, CallFates, Sender } from "./call_fate.ts";
import type { Aftermath, Fates, Run } from "./mortal_host.ts";

/** Which call a run dies at, on which side of its effect, and whether Slack runs it again. */
export interface Death {
  /** 1 is the first call that any run makes once the fates are armed. */
  call: number;
  when: "before" | "after";
  again: boolean;
}

/** Milliseconds of every call each way, and until a dead run is run again. */
const LATENCY = 20;
const AGAIN_AFTER = 500;

/** Fates that spare everybody, but for one run at one call. */
export class OneDeath implements CallFates, Fates {
  /** Calls that runs have made since the fates were armed. */
  calls = 0;
  /** Whether somebody has died. */
  struck = false;
  #isArmed = false;
  #sparesNewcomers = false;
  readonly #met = new Set<Sender>();

  /** @param death none to find out how many calls there are. */
  constructor(private readonly death?: Death) {}

  arm(): void {
    this.#isArmed = true;
  }

  disarm(): void {
    this.#isArmed = false;
  }

  /** From now on only those can die whom these fates have met. */
  spareNewcomers(): void {
    this.#sparesNewcomers = true;
  }

  fateOf(_call: Call, sender: Sender): CallFate {
    const fate = { there: LATENCY, back: LATENCY };
    if (!this.#isArmed || typeof sender === "string") return fate;
    if (this.#sparesNewcomers && !this.#met.has(sender)) return fate;
    this.#met.add(sender);
    if (++this.calls !== this.death?.call) return fate;
    this.struck = true;
    return {
      ...fate,
      fault: this.death.when === "before"
        ? "killed_before_call"
        : "killed_after_call",
    };
  }

  lifeOf(): null {
    return null;
  }

  aftermathOf(run: Run): Aftermath {
    const isRunAgain = this.death?.again === true && run.kind === "function";
    return isRunAgain ? { again: AGAIN_AFTER } : "unnoticed";
  }
}

/** Every death that somebody who makes so many calls can meet. */
export function* deathsAmong(calls: number): Generator<Death> {
  for (let call = 1; call <= calls; call++) {
    for (const when of ["before", "after"] as const) {
      for (const again of [false, true]) yield { call, when, again };
    }
  }
}
