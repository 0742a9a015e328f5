import type { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { pageScript } from "./script.ts";
import type { Step } from "./story/step.ts";

/** Something that happened in the emulated world: its kind, and the ids of what it happened to. */
export interface Change {
  kind: string;
}

/** What the page has to know of the world: how it looks to somebody, and what every change alters of that. */
export interface ChangingWorld<Happening extends Change> {
  /** Returns a function that ends the listening. */
  onChange(listener: (change: Happening) => void): () => void;
  /** What the page's Story button plays; empty for none. */
  story: readonly Step[];
  seenBy(user_id: string): {
    state(): unknown;
    patch(change: Happening): unknown;
  } | undefined;
}

/** Later files may lean on what earlier ones say: this is the order in which a browser gets them. */
const styleFiles = [
  "base",
  "controls",
  "toast",
  "sidebar",
  "channel",
  "message",
  "mrkdwn",
  "threads_and_pins",
  "reactions",
  "composer",
  "attachments",
  "blocks",
  "combobox",
  "modal",
  "phones",
  "handset",
  "inspector",
  "story",
  "narrow",
];

function readBeside(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, import.meta.url));
}

/** Adds the page to `app`: its document, its script (bundled at the first request), its style and its feed of changes. */
export function pageRoutes<Happening extends Change>(
  app: Hono,
  world: ChangingWorld<Happening>,
): void {
  app.use("/page/*", async (context, next) => {
    await next();
    // A browser must not keep yesterday's page: its files carry no version in their names.
    context.header("Cache-Control", "no-store");
  });

  app.get(
    "/",
    async (context) => context.html(await readBeside("./page.html")),
  );

  app.get("/page/client.js", async (context) => {
    try {
      return context.body(await pageScript(), 200, {
        "Content-Type": "text/javascript; charset=utf-8",
      });
    } catch (error) {
      return context.text(`The page did not build.\n\n${error}`, 500);
    }
  });

  app.get("/page/style.css", async (context) => {
    const parts = styleFiles.map((name) => readBeside(`./style/${name}.css`));
    return context.body((await Promise.all(parts)).join("\n"), 200, {
      "Content-Type": "text/css; charset=utf-8",
    });
  });

  // With `user_id`: first all that this person sees, as `state`; from then on each change comes with what it alters.
  app.get("/story", (context) => context.json(world.story));

  app.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      const sight = world.seenBy(context.req.query("user_id") ?? "");
      const tell = (event: string, told: unknown) =>
        stream.writeSSE({ event, data: JSON.stringify(told) });
      const stop = world.onChange((change) => {
        const patch = sight?.patch(change);
        void tell("change", patch ? { ...change, patch } : change);
      });
      if (sight) void tell("state", sight.state());
      await tell("ready", {});
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }));
}
