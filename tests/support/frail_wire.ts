import type { Wire } from "../../emulator/wire.ts";

/** How a call goes wrong: it never gets there, or it takes effect and its answer is lost. */
export type Mishap = "never there" | "no answer";

/** Lays itself over a wire, and lets the calls of one method go wrong while it is told to. */
export class FrailWire {
  #spoiled: { method: string; mishap: Mishap; spared: number } | null = null;

  /**
   * From now on calls of this method go wrong.
   * @param spared how many come through first.
   * @returns what mends it.
   */
  spoil(method: string, mishap: Mishap, spared = 0): () => void {
    this.#spoiled = { method, mishap, spared };
    return () => {
      this.#spoiled = null;
    };
  }

  over(wire: Wire): Wire {
    return {
      pass: async (call, perform) => {
        const spoiled = this.#spoiled;
        const isHit = call.method === spoiled?.method && spoiled.spared-- <= 0;
        if (!isHit) return await wire.pass(call, perform);
        if (spoiled.mishap === "no answer") await wire.pass(call, perform);
        throw new TypeError(`the connection broke: ${spoiled.mishap}`);
      },
    };
  }
}
