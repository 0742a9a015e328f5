import { wallClock } from "./clock.ts";
import { demoSeed } from "./demo_seed.ts";
import { firstDay } from "./first_day.ts";
import { pageScript } from "./page/script.ts";
import { serve, type Served } from "./serve.ts";
import { steadyDeliveries } from "./slack/deliveries.ts";
import { loadApp } from "./slack/load_app.ts";
import { readManifest } from "./slack/manifest.ts";
import { ChildHost } from "./slack/runtime/child_host.ts";
import { Store } from "./store.ts";
import { steadyWire } from "./wire.ts";
import { createWorld, type World } from "./world.ts";

const ROOT = new URL("../", import.meta.url);

/** What the app asks of its vendors, and they of each other: people see the rest. */
const FOR_THE_APP = /^\/(?:api|2010-04-01|triggers|relay)\//;

/** Milliseconds: how often the admin of the first day looks for a form. */
const LOOK_EVERY = 2;

export interface DemoOptions {
  /** A port of this machine; 0 takes any free one. */
  port: number;
  /** A file that keeps the world between starts. */
  data?: string | undefined;
  /** Milliseconds that an API call takes. */
  latency: number;
  /** Repeats every id; made up unless given. */
  seed?: number;
  /** What the app logs, line by line. */
  onLog?(line: string): void;
  /** Hears where it is reached: whoever asks there before the first day is over waits until then. */
  onListen?(origin: string): void;
}

/** Opens the demo: the app in a process of its own, and its line connected on the first day. */
export async function openDemo(options: DemoOptions): Promise<Served<World>> {
  const { port, data, latency, onListen, onLog } = options;
  const store = new Store(data);
  const isNew = store.collection("carrier_account").size === 0;
  const wire = steadyWire(wallClock, latency);
  // Until somebody is there to whom it should look like life, nothing takes time.
  let isOpen = false;
  const served = await serve(port, async (origin) => {
    // Bundled by a process of its own meanwhile; whoever asks for it hears what went wrong.
    pageScript().catch(() => {});
    const host = new ChildHost({
      modules: await functionFiles(),
      hosts: [new URL(origin).host],
      config: new URL("deno.jsonc", ROOT),
      ...(onLog && { onLog }),
    });
    const making = createWorld({
      ...demoSeed(origin),
      // A world that goes on must not hand out the same ids again.
      seed: options.seed ?? wallClock.now() % 2 ** 32,
      store,
      wire: {
        pass: (call, perform) => isOpen ? wire.pass(call, perform) : perform(),
      },
      slack: {
        deliveries: (kind, label) =>
          isOpen ? steadyDeliveries(kind, label) : [0],
      },
      root: ROOT,
      host,
    });
    // And the functions are loaded by another.
    const [world] = await Promise.all([making, host.preload()]);
    return world;
  }, {
    onListen: (origin) => onListen?.(origin),
    isPartOf: ({ url }) => FOR_THE_APP.test(new URL(url).pathname),
    async prepare(world) {
      if (isNew) {
        const [line] = world.carrier.lines();
        await firstDay(world, line?.phone_number ?? "", LOOK_EVERY);
      }
      isOpen = true;
    },
  });
  const { world } = served;
  return {
    ...served,
    async close() {
      await served.close();
      await world.close();
    },
  };
}

/** Each function's source file, by callback id. */
async function functionFiles(): Promise<Record<string, URL>> {
  const { functions } = readManifest((await loadApp(ROOT)).manifest);
  return Object.fromEntries(
    Object.entries(functions).map(([name, { source_file }]) => [
      name,
      new URL(source_file, ROOT),
    ]),
  );
}
