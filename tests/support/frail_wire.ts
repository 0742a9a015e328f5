import type { Wire } from "../../emulator/wire.ts";

/** How a call goes wrong: it never gets there, or it takes effect and its answer is lost. */
export type Mishap = "never there" | "no answer";

/** A call of a method that is to wait until it is let go. */
interface Hold {
  method: string;
  spared: number;
  until: Promise<void>;
}

/** Lays itself over a wire, and lets the calls of one method, or of several, go wrong or wait while it is told to. */
export class FrailWire {
  readonly #holds: Hold[] = [];
  #spoiled:
    | { is: (method: string) => boolean; mishap: Mishap; spared: number }
    | null = null;

  /**
   * From now on calls of this method go wrong.
   * @param spared how many come through first.
   * @returns what mends it.
   */
  spoil(method: string | RegExp, mishap: Mishap, spared = 0): () => void {
    const is = (called: string) =>
      typeof method === "string" ? called === method : method.test(called);
    this.#spoiled = { is, mishap, spared };
    return () => {
      this.#spoiled = null;
    };
  }

  /**
   * Has the next call of this method wait.
   * @param spared how many come through first.
   * @returns what lets it go.
   */
  hold(method: string, spared = 0): () => void {
    const { promise: until, resolve } = Promise.withResolvers<void>();
    this.#holds.push({ method, spared, until });
    return resolve;
  }

  over(wire: Wire): Wire {
    return {
      pass: async (call, perform) => {
        await this.#held(call.method);
        const spoiled = this.#spoiled;
        if (!spoiled?.is(call.method) || spoiled.spared-- > 0) {
          return await wire.pass(call, perform);
        }
        if (spoiled.mishap === "no answer") await wire.pass(call, perform);
        throw new TypeError(`the connection broke: ${spoiled.mishap}`);
      },
    };
  }

  async #held(method: string): Promise<void> {
    for (const hold of [...this.#holds]) {
      if (hold.method !== method || hold.spared-- > 0) continue;
      this.#holds.splice(this.#holds.indexOf(hold), 1);
      await hold.until;
      return;
    }
  }
}
