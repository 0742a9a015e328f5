import { dieInCrowd } from "./crowd_deaths.ts";
import { dieNowAndThen } from "./die_now_and_then.ts";

Deno.test("who was rung for while a run worked off the line is shown soon, wherever that run dies", async () => {
  await dieNowAndThen(dieInCrowd, 7);
});
