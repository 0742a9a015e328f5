import assert from "node:assert/strict";
import { SlackBench } from "../support/slack_bench.ts";

const hook = {
  type: "webhook",
  name: "Ring",
  workflow: "#/workflows/note",
  inputs: {
    text: { value: "{{data.text}}" },
    channel: { value: "{{data.channel}}" },
  },
};

async function ring(
  bench: SlackBench,
  body: string,
  type = "application/json",
) {
  const url = bench.slack.workspaceInfo().webhooks[0]?.url ?? "";
  const response = await bench.fetch(
    new Request(url, {
      method: "POST",
      headers: { "content-type": type },
      body,
    }),
  );
  const { status, headers } = response;
  return {
    status,
    retry: headers.get("retry-after"),
    body: await response.json(),
  };
}

Deno.test("a webhook says ok before its workflow has run", async () => {
  using bench = new SlackBench({ triggers: [hook] });
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const body = JSON.stringify({ text: "hello", channel });
  assert.deepEqual((await ring(bench, body)).body, { ok: true });
  assert.deepEqual(bench.texts("texts"), []);
  await bench.clock.advance(1000);
  assert.deepEqual(bench.texts("texts"), ["hello"]);
});

Deno.test("a webhook takes flat JSON and nothing else", async () => {
  using bench = new SlackBench({ triggers: [hook] });
  const form = await ring(bench, "a=b", "application/x-www-form-urlencoded");
  assert.deepEqual([form.status, form.body.error], [400, "invalid_json"]);
  const broken = await ring(bench, "{");
  assert.deepEqual([broken.status, broken.body.error], [400, "invalid_json"]);
  const nested = await ring(bench, `{"text":{"a":1}}`);
  assert.deepEqual(
    [nested.status, nested.body.error],
    [400, "parameter_validation_failed"],
  );
  const unknown = await bench.fetch(
    new Request("https://hooks.slack.com/triggers/T0/1/2", { method: "POST" }),
  );
  assert.equal(unknown.status, 404);
});

Deno.test("a webhook that lacks a required value says ok, and its workflow does not run", async () => {
  using bench = new SlackBench({ triggers: [hook] });
  assert.equal((await ring(bench, "{}")).status, 200);
  await bench.clock.advance(1000);
  assert.equal(bench.slack.runs.all().length, 0);
  const [firing] = bench.slack.automation.firings();
  assert.deepEqual(firing?.faults, [
    "missing required parameter: text",
    "missing required parameter: channel",
  ]);
});

Deno.test("the eleventh ring within a minute is refused, and may come later", async () => {
  using bench = new SlackBench({ triggers: [hook] });
  for (let i = 0; i < 10; i++) await ring(bench, "{}");
  const refused = await ring(bench, "{}");
  assert.deepEqual([refused.status, refused.retry], [429, "60"]);
  assert.equal(refused.body.error, "rate_limited");
  await bench.clock.advance(60_000);
  assert.equal((await ring(bench, "{}")).status, 200);
});

Deno.test("something delivered twice runs twice", async () => {
  using bench = new SlackBench({
    triggers: [hook],
    deliveries: (kind) => kind === "webhook" ? [10, 500] : [10],
  });
  bench.join("texts");
  const channel = bench.channel("texts").id;
  await ring(bench, JSON.stringify({ text: "again", channel }));
  await bench.clock.advance(1000);
  assert.deepEqual(bench.texts("texts"), ["again", "again"]);
});
