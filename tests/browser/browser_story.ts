import { type Browser, chromium, type Page } from "playwright-core";
import { demoSeed } from "../../emulator/demo_seed.ts";
import { firstDay } from "../../emulator/first_day.ts";
import { serve } from "../../emulator/serve.ts";
import { InProcessHost } from "../../emulator/slack/runtime/in_process_host.ts";
import { createWorld, type World } from "../../emulator/world.ts";

const ROOT = new URL("../../", import.meta.url);
const CHROMIUM = Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium";

/** How long anything on the page may take, in milliseconds. */
const PATIENCE = 8000;

interface Stage {
  page: Page;
  world: World;
}

/** The world of the demo on a port of its own, its line connected, and a browser that looks at it. */
export function browserStory(
  title: string,
  tell: (stage: Stage) => Promise<void>,
  look: { width?: number; height?: number; dark?: boolean } = {},
): void {
  Deno.test({
    name: title,
    ignore: !hasChromium(),
    // What the browser's driver and a served world leave behind for a moment is not the story's.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const { world, origin, close } = await serve(
        0,
        (origin) =>
          createWorld({
            ...demoSeed(origin),
            root: ROOT,
            host: new InProcessHost({ root: ROOT }),
          }),
      );
      let browser: Browser | undefined;
      try {
        await firstDay(world, world.carrier.lines()[0]?.phone_number ?? "");
        browser = await chromium.launch({
          executablePath: CHROMIUM,
          args: ["--no-sandbox", "--disable-background-networking"],
        });
        const { width = 1280, height = 800, dark } = look;
        const page = await browser.newPage({
          viewport: { width, height },
          colorScheme: dark ? "dark" : "light",
        });
        page.setDefaultTimeout(PATIENCE);
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(error.message));
        await page.goto(origin);
        await page.getByRole("navigation").first().waitFor();
        await tell({ page, world });
        if (faults.length > 0) throw new Error(faults.join("\n"));
      } finally {
        await browser?.close();
        await close();
        await world.close();
      }
    },
  });
}

function hasChromium(): boolean {
  try {
    return Deno.statSync(CHROMIUM).isFile;
  } catch {
    return false;
  }
}
