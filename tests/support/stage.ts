import manifest from "../../manifest.ts";
import { demoSeed } from "../../emulator/demo_seed.ts";
import { readManifest } from "../../emulator/slack/manifest.ts";
import type { FunctionModule } from "../../emulator/slack/runtime/dispatch.ts";
import { InProcessHost } from "../../emulator/slack/runtime/in_process_host.ts";
import { platformFetch } from "../../emulator/slack/runtime/platform_fetch.ts";
import { steadyWire, type Wire } from "../../emulator/wire.ts";
import {
  createWorld,
  type World,
  type WorldOptions,
} from "../../emulator/world.ts";
import { standIn } from "./platform.ts";
import { ROOT } from "./source_files.ts";
import { VirtualClock } from "./virtual_clock.ts";

/** Where a scene is played: a world with the app in it, and the time that passes there. */
export interface Stage {
  clock: VirtualClock;
  world: World;
  /** What the functions wrote to the console. */
  said: string[];
  close(): Promise<void>;
}

/** Builds a stage whose world differs in this from an ordinary one, and begins at a moment, where time is virtual. */
export type Build = (
  differences:
    & Partial<
      Pick<
        WorldOptions,
        "carrier" | "delays" | "mediaDelay" | "slack" | "store" | "workspace"
      >
    >
    & {
      /** What lies over its wire. */
      over?: (wire: Wire) => Wire;
    },
  begins?: number,
) => Promise<Stage>;

/** Milliseconds that an API call takes on every stage. */
export const LATENCY = 40;

/** The source file of each function, from the root, by callback id. */
export function functionFiles(): Record<string, string> {
  const { functions } = readManifest(manifest);
  return Object.fromEntries(
    Object.entries(functions).map(([name, { source_file }]) => [
      name,
      source_file,
    ]),
  );
}

/**
 * The functions' sources in this very process, and time that only moves while somebody waits for something.
 * @param others functions that run in the place of the product's, and the relay that goes with them.
 */
export const virtualStage = (
  others: { modules: Record<string, FunctionModule>; relay: URL } | null,
): Build =>
async (
  { over = (wire) => wire, ...differences },
  begins,
) => {
  const clock = new VirtualClock(begins);
  const modules = others?.modules ?? {};
  const host = new InProcessHost({ root: ROOT, modules });
  const platform = standIn(clock);
  const seed = demoSeed();
  try {
    const world = await createWorld({
      ...seed,
      ...(others && seed.relay &&
        { relay: { ...seed.relay, directory: others.relay } }),
      ...differences,
      clock,
      seed: 7,
      root: ROOT,
      host,
      wire: over(steadyWire(clock, LATENCY)),
    });
    platform.route(platformFetch(world, manifest.outgoing_domains ?? []));
    await host.preload(functionFiles());
    return {
      clock,
      world,
      said: platform.said,
      async close() {
        platform.restore();
        await world.close();
      },
    };
  } catch (error) {
    platform.restore();
    throw error;
  }
};

/** The product as it is. */
export const buildVirtualStage = virtualStage(null);
