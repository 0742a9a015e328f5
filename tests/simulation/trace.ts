import type { Clock } from "../../emulator/clock.ts";

/** Something that happened; a call is completed when it ends. */
export interface Happening {
  /** Virtual milliseconds. */
  at: number;
  actor: string;
  deed: string | (() => string);
  /** Milliseconds until it ended; absent while it is under way, and for ever when its run was killed. */
  took?: number;
  outcome?: string;
  fault?: string;
}

/** Everything that happens in one world, in order: what a person reads to understand a violation. */
export class Trace {
  readonly #happenings: Happening[] = [];
  readonly #start: number;

  /** @param isKept whether anybody will read it: keeping what was sent takes time. */
  constructor(private readonly clock: Clock, private readonly isKept = true) {
    this.#start = clock.now();
  }

  note(actor: string, deed: Happening["deed"], fault?: string): void {
    if (!this.isKept) return;
    const at = this.clock.now();
    this.#happenings.push({ at, actor, deed, took: 0, fault });
  }

  /** Notes a call that is under way; whoever carries it fills in how it ended. */
  begin(actor: string, deed: Happening["deed"]): Happening {
    const call: Happening = { at: this.clock.now(), actor, deed };
    if (this.isKept) this.#happenings.push(call);
    return call;
  }

  end(call: Happening, outcome: string): void {
    call.took = this.clock.now() - call.at;
    call.outcome = outcome;
  }

  /** @param names what ids and numbers are called by people. */
  lines(names: ReadonlyMap<string, string> = new Map()): string[] {
    return this.#happenings.map((each) => this.#line(each, names));
  }

  #line(
    { at, actor, deed, took, outcome, fault }: Happening,
    names: ReadonlyMap<string, string>,
  ): string {
    const words = typeof deed === "string" ? deed : deed();
    const end = took === undefined
      ? " → no answer"
      : outcome === undefined
      ? ""
      : ` → ${outcome} (${took} ms)`;
    const line = `${moment(at - this.#start)} ${
      actor.padEnd(20)
    } ${words}${end}${fault ? ` ⚡${fault}` : ""}`;
    return named(line, names);
  }
}

function moment(ms: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${
    two(Math.floor(seconds / 60) % 60)
  }:${two(seconds % 60)}.${String(ms % 1000).padStart(3, "0")}`;
}

/** A text with people's words for the ids and numbers in it. */
export function named(
  text: string,
  names: ReadonlyMap<string, string>,
): string {
  let read = text;
  for (const [id, name] of names) read = read.replaceAll(id, name);
  return read;
}
