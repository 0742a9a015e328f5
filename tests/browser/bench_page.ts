/**
 * Measures the page on this machine, in a channel of 5,000 messages: how long after the emulator has a message it can
 * be read, how long a person's own takes from Enter, and how long a frame takes while one scrolls. What
 * `deno task bench:page` is; with `--json` it prints one JSON object instead of a table.
 */
import { parseArgs } from "node:util";
import { type Page } from "playwright-core";
import { openDemo } from "../../emulator/demo_world.ts";
import { launchChromium } from "./chromium.ts";

const MANY = 5_000;
const ROUNDS = 40;

/** Milliseconds that each may take, at the 95th of a hundred times. */
const BUDGETS = {
  "a text appears": 50,
  "an own message appears": 50,
  "a frame while scrolling": 34,
};

type What = keyof typeof BUDGETS;

interface Figure {
  what: What;
  median_ms: number;
  p95_ms: number;
  budget_ms: number;
}

async function measure(): Promise<Figure[]> {
  const { world, origin, close } = await openDemo({ port: 0, latency: 0 });
  const browser = await launchChromium();
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
    return [
      figure("a text appears", await repeat(page, "news", post)),
      figure("an own message appears", await repeat(page, "own", typed(page))),
      figure("a frame while scrolling", await scrolled(page)),
    ];
  } finally {
    await browser.close();
    await close();
  }
}

type Post = (text: string) => void | Promise<void>;

/** Types into the composer as a person would, and notes when Enter went down. */
function typed(page: Page): Post {
  const composer = page.getByRole("textbox", { name: "Message #general" });
  return async (text) => {
    await composer.fill(text);
    await composer.press("Enter");
  };
}

/** How long it took each time until words could be read. */
async function repeat(page: Page, kind: string, post: Post) {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const words = `${kind} ${round} is here`;
    const seen = momentOf(page, words);
    await page.waitForTimeout(60);
    const at = Date.now();
    await post(words);
    const { shown, entered } = await seen;
    took.push(shown - (entered ?? at));
  }
  return took;
}

/** When words could first be read in the list, and when Enter was last pressed, as the clock has it. */
function momentOf(
  page: Page,
  words: string,
): Promise<{ shown: number; entered: number | null }> {
  return page.evaluate((words) =>
    new Promise((resolve) => {
      const list = document.querySelector("main .scroller");
      let entered: number | null = null;
      addEventListener("keydown", ({ key }) => {
        if (key === "Enter") entered ??= Date.now();
      }, { capture: true, once: true });
      const look = () =>
        list?.textContent?.includes(words)
          ? resolve({ shown: Date.now(), entered })
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

function figure(what: What, times: number[]): Figure {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
  return {
    what,
    median_ms: at(0.5),
    p95_ms: at(0.95),
    budget_ms: BUDGETS[what],
  };
}

function table(figures: Figure[]): string {
  const rows = [
    ["", "median", "95 %", "budget"],
    ...figures.map((one) => [
      one.what,
      `${one.median_ms} ms`,
      `${one.p95_ms} ms`,
      `${one.budget_ms} ms`,
    ]),
  ];
  return rows.map(([what = "", ...cells]) =>
    [what.padEnd(24), ...cells.map((cell) => cell.padStart(8))].join("")
  ).join("\n");
}

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const figures = await measure();
const over = figures.filter(({ p95_ms, budget_ms }) => p95_ms > budget_ms);
console.log(
  values.json
    ? JSON.stringify({ messages: MANY, figures }, null, 2)
    : `In a channel of ${MANY} messages\n\n${table(figures)}`,
);
for (const { what } of over) console.error(`over budget: ${what}`);
// The driver keeps a connection open.
Deno.exit(over.length > 0 ? 1 : 0);
