import type { Clock } from "../../emulator/clock.ts";

/** The platform's globals, standing in a virtual world. */
export interface Platform {
  /** Sends what the functions fetch to the world. */
  route(fetch: typeof globalThis.fetch): void;
  /** What the functions wrote to the console. */
  said: string[];
  restore(): void;
}

/**
 * Puts the world's time and network in the place of the platform's: the functions under test use nothing else of it
 * and cannot tell the difference.
 */
export function standIn(clock: Clock): Platform {
  const { fetch, setTimeout, clearTimeout } = globalThis;
  const now = Date.now;
  const { log, error } = console;
  const said: string[] = [];
  const timers = new Map<number, () => void>();
  let lastTimer = 0;

  Date.now = () => clock.now();
  Object.assign(globalThis, {
    setTimeout: (task: () => void, ms = 0) => {
      const id = ++lastTimer;
      timers.set(id, clock.after(ms, task));
      return id;
    },
    clearTimeout: (id: number) => {
      timers.get(id)?.();
      timers.delete(id);
    },
  });
  console.log = console.error = (...words: unknown[]) => {
    said.push(words.map(String).join(" "));
  };
  return {
    said,
    route: (routed) => Object.assign(globalThis, { fetch: routed }),
    restore() {
      Date.now = now;
      Object.assign(globalThis, { fetch, setTimeout, clearTimeout });
      Object.assign(console, { log, error });
    },
  };
}
