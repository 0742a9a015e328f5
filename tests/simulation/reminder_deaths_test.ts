import { dieNowAndThen } from "./die_now_and_then.ts";
import { dieReminding, DUES } from "./reminder_deaths.ts";

for (const due of DUES) {
  Deno.test(`it is said in time, and once, or with the next catch-up, wherever a run dies: ${due}`, async () => {
    await dieNowAndThen((death) => dieReminding(due, death), 23);
  });
}
