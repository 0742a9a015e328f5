import type { Wire } from "../../emulator/wire.ts";

/** How a call goes wrong: it never gets there, or it takes effect and its answer is lost. */
export type Mishap = "never there" | "no answer";

/** Lays itself over a wire and lets the next call of a method go wrong. */
export class FrailWire {
  #next: { method: string; mishap: Mishap } | null = null;

  spoilNext(method: string, mishap: Mishap): void {
    this.#next = { method, mishap };
  }

  over(wire: Wire): Wire {
    return {
      pass: async (call, perform) => {
        if (call.method !== this.#next?.method) {
          return await wire.pass(call, perform);
        }
        const { mishap } = this.#next;
        this.#next = null;
        if (mishap === "no answer") await wire.pass(call, perform);
        throw new TypeError(`the connection broke: ${mishap}`);
      },
    };
  }
}
