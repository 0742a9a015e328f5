/** One of the processes that run seeds side by side: `seed_worker.ts FROM STEP COUNT`. */
import { runSeed } from "./run_seed.ts";
import { report } from "./side_by_side.ts";

const [from = 1, step = 1, count = 1] = Deno.args.map(Number);
for (let turn = 0; turn < count; turn++) {
  await report(await runSeed(from + turn * step, "told if broken"));
}
