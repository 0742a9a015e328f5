import assert from "node:assert/strict";
import type { FunctionModule } from "../../emulator/slack/runtime/dispatch.ts";
import { InProcessHost } from "../../emulator/slack/runtime/in_process_host.ts";
import { platformFetch } from "../../emulator/slack/runtime/platform_fetch.ts";
import { type Call, press, runOf, slackStub } from "./runtime_fixture.ts";

const root = new URL("../../", import.meta.url);

Deno.test("in process, a run knows its execution and ends over the platform's fetch", async () => {
  const calls: Call[] = [];
  const seen: unknown[] = [];
  const probe: FunctionModule = {
    default: async ({ inputs, token }) => {
      await Promise.resolve();
      seen.push(host.current(), inputs, token);
      return { outputs: { heard: "yes" } };
    },
  };
  const host = new InProcessHost({ root, modules: { probe } });
  const realFetch = globalThis.fetch;
  globalThis.fetch = platformFetch({ fetch: slackStub(calls) }, []);
  try {
    await host.invoke(runOf("greet", ""));
  } finally {
    globalThis.fetch = realFetch;
  }
  assert.deepEqual(seen, [
    { callback_id: "probe", execution_id: "Fx01" },
    { wish: "greet" },
    "xwfp-1",
  ]);
  assert.equal(calls[0]?.method, "functions.completeSuccess");
  assert.equal(host.current(), undefined);
});

Deno.test("a function whose end Slack answers with an HTTP error throws", async () => {
  const host = new InProcessHost({
    root,
    modules: { probe: { default: () => ({}) } },
  });
  const realFetch = globalThis.fetch;
  globalThis.fetch = platformFetch({
    fetch: () => Promise.resolve(new Response("slow down", { status: 429 })),
  }, []);
  try {
    await assert.rejects(host.invoke(runOf("greet", "")), /429: slow down/);
  } finally {
    globalThis.fetch = realFetch;
  }
});

Deno.test("what no handler takes goes to the handler for unhandled events", async () => {
  const host = new InProcessHost({
    root,
    modules: {
      probe: { unhandledEvent: ({ body }) => ({ heard: body.type }) },
    },
  });
  assert.deepEqual(await host.invoke(press), { heard: "block_actions" });
});
