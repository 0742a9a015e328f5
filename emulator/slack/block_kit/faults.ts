/** A part of a block as it came: nothing about it is known yet. */
export type Part = Record<string, unknown>;

/** What is wrong with blocks, each with the place it is wrong at, as Slack writes it. */
export class Faults {
  readonly messages: string[] = [];

  add(message: string, pointer: string): void {
    this.messages.push(`[ERROR] ${message} [json-pointer:${pointer}]`);
  }

  /** The value as an object, or a fault. */
  part(value: unknown, pointer: string): Part | null {
    if (isPart(value)) return value;
    this.add("must be an object", pointer);
    return null;
  }

  /** A string of `from` to `to` characters. */
  string(value: unknown, to: number, pointer: string, from = 1): void {
    if (typeof value !== "string") this.add("must be a string", pointer);
    else if (value.length < from) {
      this.add(`must be more than ${from - 1} characters`, pointer);
    } else if (value.length > to) {
      this.add(`must be less than ${to + 1} characters`, pointer);
    }
  }

  /** The value as a list of `from` to `to` items; a fault and an empty list otherwise. */
  list(value: unknown, to: number, pointer: string, from = 1): unknown[] {
    if (!Array.isArray(value)) {
      this.add("must be an array", pointer);
      return [];
    }
    if (value.length < from) {
      this.add(`must have at least ${from} items`, pointer);
    }
    if (value.length > to) {
      this.add(`no more than ${to} items allowed`, pointer);
    }
    return value;
  }

  /** A text object. */
  text(
    value: unknown,
    to: number,
    pointer: string,
    kinds: "plain" | "any" = "plain",
  ): void {
    const text = this.part(value, pointer);
    if (!text) return;
    const allowed = kinds === "plain"
      ? ["plain_text"]
      : ["plain_text", "mrkdwn"];
    if (!allowed.includes(String(text.type))) {
      this.add(`unsupported type: ${text.type}`, `${pointer}/type`);
    }
    this.string(text.text, to, `${pointer}/text`);
  }
}

export function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
