/**
 * Moves, catch-ups with more who wait than pins, reminders and a crowd, with a death at every call: what
 * `deno task simulate:moves` is.
 */
import { dieInCrowd } from "./crowd_deaths.ts";
import { dieEverywhere, endWith } from "./die_everywhere.ts";
import { dieMoving, MOVES } from "./move_deaths.ts";
import { dieQueueing, TURNS } from "./queue_deaths.ts";
import { dieReminding, DUES } from "./reminder_deaths.ts";

let broken = 0;
for (const move of MOVES) {
  broken += await dieEverywhere(move, (death) => dieMoving(move, death));
}
for (const turn of TURNS) {
  broken += await dieEverywhere(turn, (death) => dieQueueing(turn, death));
}
for (const due of DUES) {
  broken += await dieEverywhere(due, (death) => dieReminding(due, death));
}
broken += await dieEverywhere("a crowd", dieInCrowd);
endWith(broken);
