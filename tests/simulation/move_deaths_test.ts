import { dieNowAndThen } from "./die_now_and_then.ts";
import { dieMoving, MOVES } from "./move_deaths.ts";

for (const move of MOVES) {
  Deno.test(`a conversation is in one place, with every text once, wherever its move dies: ${move}`, async () => {
    await dieNowAndThen((death) => dieMoving(move, death), 37);
  });
}
