import { sleep, wallClock } from "../../emulator/clock.ts";
import { VirtualClock } from "../support/virtual_clock.ts";

/** Milliseconds between two looks at whether a goal is reached. */
const LOOK_EVERY = 20;

/**
 * The wall's own time, with the virtual clock's face: who moves it on really waits. Bundles run in a process that
 * virtual time does not reach.
 */
export class RealTime extends VirtualClock {
  readonly #cancels = new Set<() => void>();

  override now(): number {
    return wallClock.now();
  }

  override get pending(): number {
    return this.#cancels.size;
  }

  override after(ms: number, task: () => void): () => void {
    const stop = wallClock.after(ms, () => {
      this.#cancels.delete(cancel);
      task();
    });
    const cancel = () => {
      this.#cancels.delete(cancel);
      stop();
    };
    this.#cancels.add(cancel);
    return cancel;
  }

  override hold<T>(work: Promise<T>): Promise<T> {
    return work;
  }

  override settle(): Promise<void> {
    return Promise.resolve();
  }

  override async advance(ms: number): Promise<void> {
    await sleep(this, ms);
  }

  override runUntil(goal: () => boolean, maxMs?: number): Promise<void>;
  override runUntil<T>(goal: Promise<T>, maxMs?: number): Promise<T>;
  override async runUntil<T>(
    goal: (() => boolean) | Promise<T>,
    maxMs = 60_000,
  ): Promise<T | void> {
    const over = Promise.withResolvers<never>();
    const cancel = this.after(
      maxMs,
      () => over.reject(new Error(`Waited ${maxMs} ms in vain.`)),
    );
    const reached = typeof goal === "function"
      ? this.#reach(goal, maxMs)
      : goal;
    try {
      return await Promise.race([reached, over.promise]);
    } finally {
      cancel();
    }
  }

  /** Nothing that was still to come will come. */
  stop(): void {
    for (const cancel of [...this.#cancels]) cancel();
  }

  async #reach(goal: () => boolean, maxMs: number): Promise<void> {
    const until = this.now() + maxMs;
    while (!goal() && this.now() < until) await sleep(this, LOOK_EVERY);
  }
}
