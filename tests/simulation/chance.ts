import { type Random, seededRandom } from "../../emulator/ids.ts";

/** The one source of everything that could have come otherwise: each latency, order, deed and fault of a seed. */
export class Chance {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    // Neighbouring seeds begin alike; a few draws later they have nothing in common.
    for (let draw = 0; draw < 8; draw++) this.#random();
  }

  /** True with this probability. */
  happens(probability: number): boolean {
    return this.#random() < probability;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  /** A whole number whose size, not its value, is evenly spread: small ones are as likely as large ones. */
  magnitude(least: number, most: number): number {
    return Math.round(least * (most / least) ** this.#random());
  }

  oneOf<const Choices extends readonly [unknown, ...unknown[]]>(
    choices: Choices,
  ): Choices[number] {
    return choices[this.between(0, choices.length - 1)];
  }

  /** One of a list that may be empty. */
  anyOf<T>(choices: readonly T[]): T | undefined {
    return choices[this.between(0, choices.length - 1)];
  }

  /** Each of them with this probability, in their order. */
  someOf<T>(choices: readonly T[], probability: number): T[] {
    return choices.filter(() => this.happens(probability));
  }
}
