import type { Clock } from "../ports.ts";

/**
 * Calls of one kind, once Slack has refused one for haste: from then on they are made one after another, in the order
 * in which they were asked for, so that no run waits with ten calls at once for the same second.
 */
export class Lanes {
  readonly #closedUntil = new Map<string, number>();
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #began = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Slack takes none for so many milliseconds. */
  close(lane: string, ms: number): void {
    this.#closedUntil.set(lane, this.clock.now() + ms);
  }

  isClosed(lane: string): boolean {
    return this.clock.now() < (this.#closedUntil.get(lane) ?? 0);
  }

  /** Makes a call when its turn has come. @param apart milliseconds between two of its lane. */
  async inTurn<T>(
    lane: string,
    apart: number,
    call: () => Promise<T>,
  ): Promise<T> {
    if (!this.#closedUntil.has(lane)) return await call();
    const before = this.#last.get(lane)?.catch(() => {});
    const mine = Promise.resolve(before).then(async () => {
      const next = (this.#began.get(lane) ?? -Infinity) + apart;
      const wait = next - this.clock.now();
      if (wait > 0) await this.clock.sleep(wait);
      this.#began.set(lane, this.clock.now());
      return await call();
    });
    this.#last.set(lane, mine);
    return await mine;
  }
}
