/** One of the processes that run seeds side by side: it reads them a line each. */
// First: it compiles the schemas of all that is loaded after it, which check the same and take a fourth of the time.
import "zod/compile";
import { lines } from "../../emulator/slack/runtime/lines.ts";
import { runSeed } from "./run_seed.ts";
import { report } from "./side_by_side.ts";

for await (const seed of lines(Deno.stdin.readable)) {
  const lived = await runSeed(Number(seed), "untold");
  const { trace } = lived.violations.length > 0
    ? await runSeed(lived.seed)
    : lived;
  await report({ ...lived, trace });
}
