/** One of the processes that run seeds side by side: it reads them a line each. */
import { lines } from "../../emulator/slack/runtime/lines.ts";
import { runSeed } from "./run_seed.ts";
import { report } from "./side_by_side.ts";

for await (const seed of lines(Deno.stdin.readable)) {
  await report(await runSeed(Number(seed), "told if broken"));
}
