import { parseArgs } from "node:util";
import { openDemo } from "./demo_world.ts";
import { PortTaken } from "./serve.ts";

const USAGE = `deno task demo [--port 4390] [--data FILE] [--latency 40] [--log]

  --port     a port of this machine
  --data     keeps the world in a file between starts; keep the port with it
  --latency  milliseconds that an API call takes
  --log      shows what the functions log`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4390" },
      data: { type: "string" },
      latency: { type: "string", default: "40" },
      log: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(USAGE);
  const { close } = await openDemo({
    port: wholeNumber("port", values.port),
    data: values.data,
    latency: wholeNumber("latency", values.latency),
    ...(values.log && { onLog: (line: string) => console.error(line) }),
    onListen: (origin) =>
      console.log(`Slack and the phones are at ${origin}/ (Ctrl-C ends it)`),
  });
  const end = async () => {
    Deno.removeSignalListener("SIGINT", end);
    Deno.removeSignalListener("SIGTERM", end);
    await close();
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", end);
  Deno.addSignalListener("SIGTERM", end);
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
