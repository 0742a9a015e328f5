import { dieNowAndThen } from "./die_now_and_then.ts";
import { dieQueueing, TURNS } from "./queue_deaths.ts";

for (const turn of TURNS) {
  Deno.test(`who waits longest is pinned, and one line says the rest, wherever a catch-up dies: ${turn}`, async () => {
    await dieNowAndThen((death) => dieQueueing(turn, death), 37);
  });
}
