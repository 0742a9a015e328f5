import assert from "node:assert/strict";
import { countSegments } from "../../emulator/carrier/segments.ts";

for (
  const [what, body, segments] of [
    ["160 plain characters", "a".repeat(160), 1],
    ["161 plain characters", "a".repeat(161), 2],
    ["307 plain characters", "a".repeat(307), 3],
    ["80 euro signs", "€".repeat(80), 1],
    ["81 euro signs", "€".repeat(81), 2],
    ["70 characters with one accent", "ê" + "a".repeat(69), 1],
    ["71 characters with one accent", "ê" + "a".repeat(70), 2],
    ["135 characters with one accent", "ê" + "a".repeat(134), 3],
    ["67 then an emoji across the seam", "ê" + "a".repeat(65) + "😃aaa", 2],
  ] as const
) {
  Deno.test(`${what} travel in ${segments}`, () => {
    assert.equal(countSegments(body), segments);
  });
}
