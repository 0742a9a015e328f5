/**
 * Measures the page on this machine: how long after the emulator has a message it can be read, in a channel of 5,000,
 * and how long a frame takes while one scrolls there. `deno run -A tests/browser/page_speed.ts`
 */
import { chromium, type Page } from "playwright-core";
import { openDemo } from "../../emulator/demo_world.ts";

const MANY = 5_000;
const ROUNDS = 40;

/** Milliseconds that a text may take to appear. */
const BUDGET = 50;

const { world, origin, close } = await openDemo({ port: 0, latency: 0 });
const browser = await chromium.launch({
  executablePath: Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
let failed = false;
try {
  const { messages, people, channels } = world.slack.workspace;
  const channel = channels.byName("general")?.id ?? "";
  const user = people.find("will")?.id ?? "";
  const post = (text: string) => void messages.post({ channel, user, text });
  for (let at = 0; at < MANY; at++) {
    post(`message ${at} ${"and on ".repeat(at % 30)}`);
  }
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
  });
  await page.goto(origin);
  await page.getByRole("button", { name: "general" }).click();
  await page.getByRole("main").getByText(`message ${MANY - 1} `).waitFor();
  const shown: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const words = `news ${round} is here`;
    const seen = momentOf(page, words);
    await page.waitForTimeout(60);
    const at = Date.now();
    post(words);
    shown.push(await seen - at);
  }
  const frames = await scrolled(page);
  console.log(`a text appears after ${summary(shown)} (budget ${BUDGET} ms)`);
  console.log(`a frame of scrolling takes ${summary(frames)}`);
  failed = share(shown, 0.95) > BUDGET;
} finally {
  await browser.close();
  await close();
}
Deno.exit(failed ? 1 : 0);

/** When words could first be read, as the clock has it. */
function momentOf(page: Page, words: string): Promise<number> {
  return page.evaluate((words) =>
    new Promise<number>((resolve) => {
      const main = document.querySelector("main");
      const look = () =>
        main?.textContent?.includes(words)
          ? resolve(Date.now())
          : requestAnimationFrame(look);
      look();
    }), words);
}

function scrolled(page: Page): Promise<number[]> {
  return page.locator(".scroller").first().evaluate(async (element) => {
    const frames: number[] = [];
    let last = performance.now();
    for (let at = 0; at < 200; at++) {
      element.scrollTop -= 400;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}

function share(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}

function summary(values: number[]): string {
  return `${share(values, 0.5).toFixed(0)} ms in the middle, ${
    share(values, 0.95).toFixed(0)
  } ms at 95 %`;
}
