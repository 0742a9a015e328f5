import { parseArgs } from "node:util";
import { wallClock } from "./clock.ts";
import { demoSeed } from "./demo_seed.ts";
import { firstDay } from "./first_day.ts";
import { PortTaken, serve } from "./serve.ts";
import { loadApp } from "./slack/load_app.ts";
import { readManifest } from "./slack/manifest.ts";
import { ChildHost } from "./slack/runtime/child_host.ts";
import { Store } from "./store.ts";
import { steadyWire } from "./wire.ts";
import { createWorld } from "./world.ts";

const ROOT = new URL("../", import.meta.url);

const USAGE = `deno task demo [--port 4390] [--data FILE] [--latency 40]

  --port     a port of this machine
  --data     keeps the world in a file between starts; keep the port with it
  --latency  milliseconds that an API call takes`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4390" },
      data: { type: "string" },
      latency: { type: "string", default: "40" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(USAGE);
  const store = new Store(values.data);
  const isNew = store.collection("carrier_account").size === 0;
  const { world, origin, close } = await serve(
    wholeNumber("port", values.port),
    async (origin) => {
      const seed = demoSeed(origin);
      const host = new ChildHost({
        modules: await functionFiles(),
        hosts: [new URL(origin).host],
        config: new URL("deno.jsonc", ROOT),
        onLog: (line) => console.error(line),
      });
      const world = await createWorld({
        ...seed,
        // A world that goes on must not hand out the same ids again.
        seed: wallClock.now() % 2 ** 32,
        store,
        wire: steadyWire(wallClock, wholeNumber("latency", values.latency)),
        root: ROOT,
        host,
      });
      await host.preload();
      return world;
    },
  );
  if (isNew) {
    await firstDay(world, world.carrier.lines()[0]?.phone_number ?? "");
  }
  console.log(`Slack and the phones are at ${origin}/ (Ctrl-C ends it)`);
  const end = async () => {
    Deno.removeSignalListener("SIGINT", end);
    Deno.removeSignalListener("SIGTERM", end);
    await close();
    await world.close();
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", end);
  Deno.addSignalListener("SIGTERM", end);
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

class BadOption extends Error {}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new BadOption(`--${name} takes a whole number, not “${text}”.`);
  }
  return Number(text);
}

try {
  await main();
} catch (error) {
  const isPlain = error instanceof PortTaken || error instanceof BadOption ||
    error instanceof TypeError && "code" in error &&
      String(error.code).startsWith("ERR_PARSE_ARGS");
  console.error(isPlain && error instanceof Error ? error.message : error);
  Deno.exit(1);
}
