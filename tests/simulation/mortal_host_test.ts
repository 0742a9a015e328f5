import assert from "node:assert/strict";
import { sleep } from "../../emulator/clock.ts";
import type { Invocation } from "../../emulator/slack/function_host.ts";
import { ROOT } from "../support/source_files.ts";
import { VirtualClock } from "../support/virtual_clock.ts";
import { type Aftermath, Killed, MortalHost } from "./mortal_host.ts";
import { Trace } from "./trace.ts";

/** What reaches the function's ends, in virtual milliseconds. */
interface Effects {
  asked: number[];
  answered: number[];
}

/** A host with one function, which asks something twice and rests in between; a call takes 100 ms, a rest 1,000. */
function hostOf(life: number | null, aftermath: Aftermath) {
  const clock = new VirtualClock(0);
  const effects: Effects = { asked: [], answered: [] };
  const lives = [life];
  const host: MortalHost = new MortalHost(
    {
      root: ROOT,
      modules: {
        asker: {
          async default() {
            const fetch = host.mortalFetch(async () => {
              effects.asked.push(clock.now());
              await sleep(clock, 100);
              return new Response();
            });
            const rest = () =>
              new Promise<void>((resolve) =>
                clock.after(1000, host.mortalTask(resolve))
              );
            await fetch("https://slack.com/api/api.test");
            effects.answered.push(clock.now());
            await rest();
            await fetch("https://slack.com/api/api.test");
            effects.answered.push(clock.now());
            return { completed: false };
          },
        },
      },
    },
    clock,
    {
      lifeOf: () => lives.shift() ?? null,
      aftermathOf: () => aftermath,
    },
    new Trace(clock),
  );
  return { clock, host, effects };
}

const invocation: Invocation = {
  callback_id: "asker",
  source_file: "none.ts",
  payload: {
    body: {
      event: {
        type: "function_executed",
        function: { callback_id: "asker" },
        function_execution_id: "Fx1",
        inputs: {},
      },
    },
    context: {},
  },
};

Deno.test("a run that is spared comes to its end", async () => {
  const { clock, host, effects } = hostOf(null, "noticed");
  await clock.runUntil(host.invoke(invocation));
  assert.deepEqual(effects, { asked: [0, 1100], answered: [100, 1200] });
});

Deno.test("a run that dies in a call gets no answer, and does nothing more", async () => {
  const { clock, host, effects } = hostOf(50, "noticed");
  await assert.rejects(clock.runUntil(host.invoke(invocation)), Killed);
  await clock.advance(60_000);
  assert.deepEqual(effects, { asked: [0], answered: [] });
});

Deno.test("a run that dies at rest never wakes up", async () => {
  const { clock, host, effects } = hostOf(500, "unnoticed");
  void host.invoke(invocation);
  await clock.advance(60_000);
  assert.deepEqual(effects, { asked: [0], answered: [100] });
});

Deno.test("a dead run is run again when Slack does so", async () => {
  const { clock, host, effects } = hostOf(500, { again: 2_000 });
  await clock.runUntil(host.invoke(invocation));
  assert.deepEqual(effects, {
    asked: [0, 2500, 3600],
    answered: [100, 2600, 3700],
  });
});
