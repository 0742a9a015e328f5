import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ROOT } from "../support/source_files.ts";

/** What a picture for the README may weigh, in bytes. */
const MOST = 150_000;

/**
 * Takes a picture of the page into `assets/`, when the suite was asked to: `PICTURES=1 deno task test:browser`. What
 * differs from day to day is left out of it.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (!Deno.env.get("PICTURES")) return;
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  assert.ok(png.length <= MOST, `${name}.png weighs ${png.length} bytes`);
  await Deno.writeFile(new URL(`assets/${name}.png`, ROOT), png);
}
