import type { Wire } from "../../emulator/wire.ts";

/** How a call goes wrong: it never gets there, or it takes effect and its answer is lost. */
export type Mishap = "never there" | "no answer";

/** Lays itself over a wire, and lets the calls of one method, or of several, go wrong while it is told to. */
export class FrailWire {
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

  over(wire: Wire): Wire {
    return {
      pass: async (call, perform) => {
        const spoiled = this.#spoiled;
        if (!spoiled?.is(call.method) || spoiled.spared-- > 0) {
          return await wire.pass(call, perform);
        }
        if (spoiled.mishap === "no answer") await wire.pass(call, perform);
        throw new TypeError(`the connection broke: ${spoiled.mishap}`);
      },
    };
  }
}
