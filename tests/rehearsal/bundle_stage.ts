import { demoSeed } from "../../emulator/demo_seed.ts";
import { serve } from "../../emulator/serve.ts";
import { ChildHost } from "../../emulator/slack/runtime/child_host.ts";
import { steadyWire } from "../../emulator/wire.ts";
import { createWorld } from "../../emulator/world.ts";
import { ROOT } from "../support/source_files.ts";
import { type Build, functionFiles, LATENCY } from "../support/stage.ts";
import { RealTime } from "./real_time.ts";

/**
 * The functions as `slack deploy` makes them, in a process that may reach the world's port and nothing else: it
 * stands in for slack.com and the outgoing domains.
 * @param directory where the bundles are, each named for its callback id: a file URL that ends in a slash.
 * @param denoPath the Deno that runs them.
 */
export function bundleStage(directory: URL, denoPath: string): Build {
  return async ({ over = (wire) => wire, ...differences }) => {
    const clock = new RealTime();
    const said: string[] = [];
    const modules = Object.fromEntries(
      Object.keys(functionFiles())
        .map((name) => [name, new URL(`${name}.js`, directory)]),
    );
    const { world, close } = await serve(0, async (origin) => {
      const host = new ChildHost({
        clock,
        modules,
        hosts: [new URL(origin).host],
        denoPath,
        onLog: (line) => said.push(line),
      });
      try {
        await host.preload();
        return await createWorld({
          ...demoSeed(origin),
          ...differences,
          clock,
          seed: 7,
          root: ROOT,
          host,
          wire: over(steadyWire(clock, LATENCY)),
        });
      } catch (error) {
        await host.close();
        throw error;
      }
    });
    return {
      clock,
      world,
      said,
      async close() {
        await world.close();
        await close();
        clock.stop();
      },
    };
  };
}
