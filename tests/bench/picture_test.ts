import assert from "node:assert/strict";
import type { Comparison } from "./comparison.ts";
import { REPLY, WAITING } from "./measured_journeys.ts";
import { picture } from "./picture.ts";

const cost = (
  visible: number | null,
  created: number | null,
  calls: number,
) => ({
  journey: "",
  visible,
  created,
  settled: 9,
  calls,
  runs: 1,
  workflows: 1,
  methods: {},
  why: "",
});
const comparisons: Comparison[] = [
  {
    journey: WAITING,
    ours: cost(2, null, 7),
    plain: cost(7, null, 10),
    smallest: cost(2, null, 6),
  },
  {
    journey: REPLY,
    ours: cost(null, 3, 15),
    plain: cost(null, 5, 20),
    smallest: cost(null, 1, 10),
  },
];

Deno.test("the picture's bars are as long as its figures, the longest of a panel fills it", () => {
  const bars = [
    ...picture(comparisons).matchAll(
      /width="(\d+)" height="10" rx="2"\/><text class="small"[^>]*>(\d+)</g,
    ),
  ].map(([, width, value]) => ({ width: Number(width), value: Number(value) }));
  assert.deepEqual(
    bars.map(({ value }) => value),
    [2, 7, 2, 3, 5, 1, 7, 10, 6, 15, 20, 10],
  );
  for (
    const [bars_, most] of [[bars.slice(0, 6), 7], [bars.slice(6), 20]] as const
  ) {
    for (const { width, value } of bars_) {
      assert.equal(width, Math.round(value / most * 290));
    }
  }
});
