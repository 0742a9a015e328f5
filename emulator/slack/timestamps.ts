import type { Clock } from "../clock.ts";

/** Message timestamps: `seconds.micros`, unique and strictly rising within the workspace. */
export class Timestamps {
  #last = 0;

  constructor(private readonly clock: Clock) {}

  next(): string {
    this.#last = Math.max(this.clock.now() * 1000, this.#last + 1);
    const digits = String(this.#last);
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  /** Goes on after a timestamp that was given out before a restart. */
  after(ts: string): void {
    this.#last = Math.max(this.#last, Number(ts.replace(".", "")));
  }
}
