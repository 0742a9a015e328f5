import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openDemo } from "../../emulator/demo_world.ts";
import { serve, type Served } from "../../emulator/serve.ts";
import { InProcessHost } from "../../emulator/slack/runtime/in_process_host.ts";
import { createWorld, type World } from "../../emulator/world.ts";
import { smallOffice } from "../../emulator/slack/workspace.ts";
import { hasChromium, launchChromium } from "./chromium.ts";

/** How long anything on the page may take, in milliseconds. */
const PATIENCE = 10_000;

export interface Stage {
  page: Page;
  world: World;
  /** Where the page is. */
  origin: string;
}

/** How the window looks; 1280 by 800 and light unless told otherwise. */
export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
}

export const NARROW: Look = { width: 390, height: 844 };

type Tell = (stage: Stage) => Promise<void>;

/** The demo as anybody starts it, on a port of its own, and a browser that looks at it. */
export function browserStory(title: string, tell: Tell, look: Look = {}): void {
  story(title, () => openDemo({ port: 0, latency: 10, seed: 5 }), tell, look);
}

/** An app that shows every block and element there is, in place of the demo's. */
export function galleryStory(title: string, tell: Tell, look: Look = {}): void {
  appStory("gallery_app", title, tell, look);
}

/** An app that keeps a long list in a form. */
export function shelfStory(title: string, tell: Tell, look: Look = {}): void {
  appStory("shelf_app", title, tell, look);
}

function appStory(app: string, title: string, tell: Tell, look: Look): void {
  const root = new URL(`../support/${app}/`, import.meta.url);
  const open = () =>
    serve(0, (origin) =>
      createWorld({
        origin,
        root,
        host: new InProcessHost({ root }),
        env: {},
        workspace: smallOffice,
        carrier: { lines: [], phones: [] },
        slack: { limits: "off" },
      }));
  story(
    title,
    async () => {
      // The app reaches its own Slack, wherever that is.
      const served = await open();
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) => {
        const request = new Request(input, init);
        return request.url.startsWith("https://slack.com/")
          ? served.world.fetch(request)
          : fetch(request);
      };
      return {
        ...served,
        async close() {
          globalThis.fetch = fetch;
          await served.close();
          await served.world.close();
        },
      };
    },
    tell,
    look,
  );
}

function story(
  title: string,
  open: () => Promise<Served<World>>,
  tell: Tell,
  look: Look,
): void {
  Deno.test({
    name: title,
    ignore: !hasChromium(),
    // What the browser's driver and a served world leave behind for a moment is not the story's.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const { world, origin, close } = await open();
      let browser: Browser | undefined;
      try {
        browser = await launchChromium();
        const page = await browser.newPage(optionsFor(look));
        page.setDefaultTimeout(PATIENCE);
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(error.message));
        await page.goto(origin);
        await page.getByRole("navigation").first().waitFor();
        await tell({ page, world, origin });
        if (faults.length > 0) throw new Error(faults.join("\n"));
      } finally {
        await browser?.close();
        await close();
      }
    },
  });
}

function optionsFor(look: Look): BrowserContextOptions {
  const { width = 1280, height = 800, dark } = look;
  return {
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    timezoneId: "America/Los_Angeles",
  };
}
