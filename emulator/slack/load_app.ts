import * as z from "zod/mini";
import { type Clock, wallClock } from "../clock.ts";

const Exporting = z.object({ default: z.unknown() });

/** An app as `slack deploy` finds it in a project. */
export interface App {
  manifest: unknown;
  /** Default exports of the files in `triggers/`, in the order of their names. */
  triggers: unknown[];
}

/**
 * Reads `manifest.ts` and `triggers/*.ts`. Start times of schedules, which their files take from the wall, are moved
 * to the world's own time.
 * @param root the project's root: a file URL that ends in a slash
 */
export async function loadApp(
  root: URL,
  clock: Clock = wallClock,
): Promise<App> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(new URL("triggers", root))) {
    if (name.endsWith(".ts")) names.push(name);
  }
  return {
    manifest: await exported(new URL("manifest.ts", root)),
    triggers: await Promise.all(
      names.sort().map(async (name) => {
        const definition = await exported(new URL(`triggers/${name}`, root));
        return clock === wallClock
          ? definition
          : rescheduled(definition, clock);
      }),
    ),
  };
}

async function exported(file: URL): Promise<unknown> {
  return z.parse(Exporting, await import(file.href)).default;
}

const Scheduled = z.looseObject({
  schedule: z.looseObject({ start_time: z.string() }),
});

/** Rounded up to five minutes, so that two worlds made one after the other are alike. */
const ROUND = 5 * 60_000;
const DAY = 24 * 60 * 60_000;

function rescheduled(definition: unknown, clock: Clock): unknown {
  const read = z.safeParse(Scheduled, definition);
  if (!read.success) return definition;
  const wait = Date.parse(read.data.schedule.start_time) - wallClock.now();
  // A file is read once: what it took from the wall may be the time of a world that was made before.
  const isOfThisWorld = wait > 0 && wait < DAY;
  const rounded = isOfThisWorld ? Math.ceil(wait / ROUND) * ROUND : ROUND;
  const start_time = new Date(clock.now() + rounded).toISOString();
  return { ...read.data, schedule: { ...read.data.schedule, start_time } };
}
