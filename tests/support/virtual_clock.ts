import { clearTimeout, setImmediate, setTimeout } from "node:timers";
import type { Clock } from "../../emulator/clock.ts";

interface Due {
  at: number;
  order: number;
  /** Null once it was cancelled; the event is then dropped when its turn comes. */
  task: (() => void) | null;
}

/** Thursday, 1 October 2026, 15:00 UTC: morning in America, afternoon in Britain. */
const START = Date.UTC(2026, 9, 1, 15);

/** How many events share a turn of the event loop. */
const A_TURN = 50;

/** Real milliseconds given to work that lives outside virtual time (a port, a file) before we call it stuck. */
const PATIENCE = 5_000;

/**
 * Time that moves only when told. Events run in order of time and, within a millisecond, in the order in which they
 * were asked for; between two of them everything awaiting gets its turn. Nothing really sleeps.
 */
export class VirtualClock implements Clock {
  readonly #heap: Due[] = [];
  #now: number;
  #asked = 0;
  #live = 0;
  readonly #held = new Set<Promise<unknown>>();

  /** @param start milliseconds since the Unix epoch. */
  constructor(start = START) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** How many events are still to come. */
  get pending(): number {
    return this.#live;
  }

  after(ms: number, task: () => void): () => void {
    const wait = Math.max(0, Math.round(ms));
    const event: Due = { at: this.#now + wait, order: this.#asked++, task };
    this.#push(event);
    this.#live++;
    return () => {
      if (event.task) this.#live--;
      event.task = null;
    };
  }

  /** Time stands still while `work` (an import, a child process) goes on outside virtual time. */
  hold<T>(work: Promise<T>): Promise<T> {
    const held: Promise<unknown> = work.then(() => {}, () => {})
      .finally(() => this.#held.delete(held));
    this.#held.add(held);
    return work;
  }

  /** Lets everything that can run now run, without moving time. */
  async settle(): Promise<void> {
    await realTurn();
    while (this.#held.size > 0) {
      await Promise.all(this.#held);
      await realTurn();
    }
  }

  /** Moves time on by `ms`, running all that falls due on the way. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.settle();
    while (await this.#steps(until)) await this.settle();
    this.#now = until;
    await this.settle();
  }

  /**
   * Moves time on until `goal` is true or has settled, and gives what it resolved to.
   * @param maxMs virtual milliseconds after which it fails.
   */
  runUntil(goal: () => boolean, maxMs?: number): Promise<void>;
  runUntil<T>(goal: Promise<T>, maxMs?: number): Promise<T>;
  async runUntil<T>(
    goal: (() => boolean) | Promise<T>,
    maxMs = 60_000,
  ): Promise<T | void> {
    if (typeof goal === "function") return await this.#run(goal, maxMs);
    let settled = false;
    const note = () => {
      settled = true;
    };
    goal.then(note, note);
    await this.#run(() => settled, maxMs);
    return await goal;
  }

  async #run(reached: () => boolean, maxMs: number): Promise<void> {
    const until = this.#now + maxMs;
    await this.settle();
    while (!reached()) {
      if (await this.#steps(until, reached)) {
        await this.settle();
        continue;
      }
      // With nothing left to happen in virtual time, what we wait for can only come from outside it.
      const something = () => reached() || this.#live > 0;
      if (this.#live === 0 && await realPatience(something)) continue;
      throw new Error(
        `Waited ${maxMs} ms of virtual time in vain; ${this.#live} events are still to come.`,
      );
    }
  }

  /**
   * Begins events that are due by `until`, each when all that the one before it woke has come to its next stop. Many share
   * a turn of the event loop, which takes longer than most of them.
   * @returns false once nothing more is due; what is held, or enough, comes first.
   */
  #steps(until: number, isEnough = () => false): Promise<boolean> {
    let isOver = false;
    let isDue = true;
    const next = () => {
      isOver ||= this.#held.size > 0 || isEnough();
      if (isOver) return;
      isDue = this.#step(until);
      isOver = !isDue;
    };
    for (let turn = 0; turn < A_TURN; turn++) setImmediate(next);
    return new Promise((resolve) =>
      setImmediate(() => resolve(isDue || isEnough()))
    );
  }

  /** Begins the next event if it is due by `until`. */
  #step(until: number): boolean {
    const next = this.#next();
    if (!next || next.at > until) return false;
    this.#pop();
    this.#live--;
    this.#now = next.at;
    const task = next.task;
    next.task = null;
    task?.();
    return true;
  }

  #next(): Due | undefined {
    while (this.#heap[0] && !this.#heap[0].task) this.#pop();
    return this.#heap[0];
  }

  #push(event: Due): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (!above || !isBefore(event, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    while (true) {
      const left = heap[2 * at + 1];
      if (!left) break;
      const right = heap[2 * at + 2];
      const rightIsFirst = right !== undefined && isBefore(right, left);
      const child = rightIsFirst ? right : left;
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = 2 * at + (rightIsFirst ? 2 : 1);
    }
    heap[at] = last;
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** A real turn of the event loop lets all code that awaits run to its next stop. */
function realTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => resolve()));
}

/** Waits in real time until `reached`; false when patience ran out. */
async function realPatience(reached: () => boolean): Promise<boolean> {
  let patient = true;
  const timer = setTimeout(() => {
    patient = false;
  }, PATIENCE);
  while (patient && !reached()) await realTurn();
  clearTimeout(timer);
  return reached();
}
