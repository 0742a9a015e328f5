import assert from "node:assert/strict";
import type { JournalEntry } from "../../emulator/journal.ts";
import { rounds } from "./rounds.ts";

const call = (
  caller: string,
  start: number,
  end: number | null,
): JournalEntry => ({
  seq: 0,
  side: "slack",
  method: "auth.test",
  caller,
  start,
  end,
  outcome: "ok",
});
const numbers = (...entries: JournalEntry[]) =>
  rounds(entries).map(({ round }) => round);

Deno.test("calls that overlap are one round, the next begins when any of them has ended", () => {
  const entries = [[0, 40], [0, 60], [39, 80], [40, 80], [80, 120]] as const;
  assert.deepEqual(
    numbers(...entries.map(([start, end]) => call("a Fx01", start, end))),
    [1, 1, 1, 2, 3],
  );
});

Deno.test("a run goes on counting after one that has ended, and counts for itself beside one that has not", () => {
  assert.deepEqual(
    numbers(
      call("a Fx01", 0, 40),
      call("b Fx02", 20, 60),
      call("c Fx03", 60, 100),
    ),
    [1, 1, 2],
  );
});

Deno.test("what people and webhooks call is no part of a run", () => {
  assert.deepEqual(numbers(call("dana", 0, 40), call("app", 0, 40)), []);
});
