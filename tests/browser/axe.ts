import axe from "axe-core";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** Fails when a screen has anything that axe finds serious or critical; lesser findings are listed with it. */
export async function expectAccessible(page: Page, screen: string) {
  // What still fades in is judged when it is there.
  await page.waitForTimeout(250);
  await page.evaluate(axe.source);
  const findings: Finding[] = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(
      ({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ target, failureSummary }) => [target.join(" "), failureSummary]) })
    ))`,
  );
  assert.deepEqual(findings, [], `${screen} has findings`);
}

interface Finding {
  id: string;
  impact: string;
  nodes: [target: string, summary: string][];
}
