/** A part of a block as it came: nothing about it is known yet. */
export type Part = Record<string, unknown>;

/** What is wrong with blocks, each with the place it is wrong at, as Slack writes it. */
export class Faults {
  readonly messages: string[] = [];

  add(message: string, pointer: string): void {
    this.messages.push(`[ERROR] ${message} [json-pointer:${pointer}]`);
  }
}

export function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
