import assert from "node:assert/strict";
import { SlackAPI } from "deno-slack-api/mod.ts";
import { Hono } from "hono";
import { wallClock } from "../../emulator/clock.ts";
import { Ids, seededRandom } from "../../emulator/ids.ts";
import { Journal } from "../../emulator/journal.ts";
import { InProcessHost } from "../../emulator/slack/runtime/in_process_host.ts";
import { platformFetch } from "../../emulator/slack/runtime/platform_fetch.ts";
import { Slack } from "../../emulator/slack/slack.ts";
import { Store } from "../../emulator/store.ts";
import { definitions } from "./datastore_fixture.ts";

/** Slack with one app in it, reached by Slack's own client as a function of the app reaches it. */
async function asTheApp(
  scopes: string[],
  tell: (client: ReturnType<typeof SlackAPI>) => Promise<void>,
): Promise<void> {
  const slack = new Slack({
    clock: wallClock,
    ids: new Ids(seededRandom(1)),
    store: new Store(),
    journal: new Journal(wallClock),
    wire: { pass: (_call, perform) => perform() },
    host: new InProcessHost({ root: new URL(import.meta.url) }),
    manifest: {
      display_information: { name: "Test" },
      features: {},
      oauth_config: { scopes: { bot: scopes } },
      datastores: definitions,
    },
  });
  const app = new Hono();
  slack.routes(app);
  const realFetch = globalThis.fetch;
  globalThis.fetch = platformFetch({
    fetch: async (request) => await app.fetch(request),
  }, []);
  try {
    await tell(SlackAPI(slack.tokens.issue("probe", "Fx01", 60_000)));
  } finally {
    globalThis.fetch = realFetch;
    slack.close();
  }
}

Deno.test("Slack's own client puts, updates, finds and deletes", () =>
  asTheApp(["datastore:read", "datastore:write"], async (client) => {
    const { datastore } = client.apps;
    const inTexts = { datastore: "texts" };
    const answers = [
      await datastore.put({ ...inTexts, item: { sid: "1", count: 1 } }),
      await datastore.update({ ...inTexts, item: { sid: "1", body: "hi" } }),
      await datastore.get({ ...inTexts, id: "1" }),
      await datastore.get({ ...inTexts, id: "2" }),
      await datastore.bulkPut({ ...inTexts, items: [{ sid: "2", count: 2 }] }),
      await datastore.bulkGet({ ...inTexts, ids: ["2", "3"] }),
      await datastore.query({
        ...inTexts,
        expression: "#c > :c",
        expression_attributes: { "#c": "count" },
        expression_values: { ":c": 1 },
        limit: 1000,
      }),
      await datastore.count(inTexts),
      await datastore.delete({ ...inTexts, id: "1" }),
      await datastore.bulkDelete({ ...inTexts, ids: ["2"] }),
      await datastore.count(inTexts),
    ].map(({ toFetchResponse: _, ...answer }) => answer);
    const ok = { ok: true, ...inTexts };
    const two = { sid: "2", count: 2 };
    assert.deepEqual(answers, [
      { ...ok, item: { sid: "1", count: 1 } },
      { ...ok, item: { sid: "1", count: 1, body: "hi" } },
      { ...ok, item: { sid: "1", count: 1, body: "hi" } },
      { ...ok, item: {} },
      { ...ok, failed_items: [] },
      { ...ok, items: [two], failed_items: [] },
      { ...ok, items: [two], response_metadata: { next_cursor: "" } },
      { ...ok, count: 2 },
      ok,
      { ...ok, ids: [] },
      { ...ok, count: 0 },
    ]);
    const tooMany = await datastore.query({ ...inTexts, limit: 1001 });
    assert.equal(tooMany.error, "invalid_arguments");
    const items = Array.from({ length: 26 }, (_, i) => ({ sid: `${i}` }));
    const overfull = await datastore.bulkPut({ ...inTexts, items });
    assert.equal(overfull.error, "invalid_arguments");
    const nowhere = await datastore.get({ datastore: "nowhere", id: "1" });
    assert.equal(nowhere.error, "datastore_error");
  }));

Deno.test("reading and writing have scopes of their own", () =>
  asTheApp(["datastore:read"], async (client) => {
    const { datastore } = client.apps;
    const read = await datastore.get({ datastore: "texts", id: "1" });
    assert.equal(read.ok, true);
    const item = { sid: "1" };
    const written = await datastore.put({ datastore: "texts", item });
    assert.equal(written.error, "missing_scope");
  }));
