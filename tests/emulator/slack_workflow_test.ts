import assert from "node:assert/strict";
import { SlackBench } from "../support/slack_bench.ts";

const pressed = {
  type: "shortcut",
  name: "Ask",
  workflow: "#/workflows/ask_and_note",
  inputs: {
    interactivity: { value: "{{data.interactivity}}" },
    channel: { value: "{{data.channel_id}}" },
  },
};

async function openForm(bench: SlackBench) {
  bench.join("texts");
  const dana = bench.person("dana").id;
  const trigger = bench.slack.triggers.all()[0];
  await bench.desk(`shortcuts/${trigger?.id}`, {
    user_id: dana,
    channel_id: bench.channel("texts").id,
  });
  await bench.clock.advance(100);
  const { body } = await bench.desk(`views?user_id=${dana}`);
  return { dana, view: body[0] };
}

Deno.test("a form that is filled in carries its answer to the next step", async () => {
  using bench = new SlackBench({ triggers: [pressed] });
  const { dana, view } = await openForm(bench);
  assert.equal(view.title.text, "Who?");
  assert.deepEqual(view.state.values.name.typed, {
    type: "plain_text_input",
    value: null,
  });

  const missing = await bench.desk(`views/${view.id}/submit`, {
    user_id: dana,
    values: {},
  });
  assert.deepEqual(missing.body, {
    response_action: "errors",
    errors: { name: "Please complete this required field." },
  });
  const refused = await bench.desk(`views/${view.id}/submit`, {
    user_id: dana,
    values: { Name: "nobody" },
  });
  assert.deepEqual(refused.body.errors, { name: "Somebody, please." });
  const closed = await bench.desk(`views/${view.id}/submit`, {
    user_id: dana,
    values: { name: { typed: { value: "Maya" } }, Size: "large" },
  });
  assert.deepEqual(closed.body, {});
  await bench.clock.advance(100);
  assert.deepEqual(bench.texts("texts"), ["Noted: Maya"]);
  const [run] = bench.slack.runs.all();
  assert.equal(run?.state, "completed");
  assert.deepEqual(run?.steps["0"], { name: "Maya" });
});

Deno.test("what was typed outlives an update of the form", async () => {
  using bench = new SlackBench({ triggers: [pressed] });
  const { dana, view } = await openForm(bench);
  const path = `views/${view.id}/actions`;
  const typed = { user_id: dana, block_id: "name", action_id: "typed" };
  await bench.desk(path, { ...typed, value: "May" });
  await bench.desk(path, {
    user_id: dana,
    block_id: "more",
    action_id: "louder",
  });
  const { body } = await bench.desk(`views?user_id=${dana}`);
  assert.equal(body[0].blocks[2].elements[0].text.text, "Louder!");
  assert.equal(body[0].state.values.name.typed.value, "May");
  assert.notEqual(body[0].hash, view.hash);
});

Deno.test("an update of an older state of the form is refused", async () => {
  using bench = new SlackBench({ triggers: [pressed] });
  const { view } = await openForm(bench);
  const spec = {
    type: "modal",
    title: { type: "plain_text", text: "New" },
    blocks: [],
  };
  const update = (hash: string) =>
    bench.code("views.update", { view_id: view.id, hash, view: spec });
  assert.equal(await update("1.old"), "hash_conflict");
  assert.equal(await update(view.hash), "ok");
  assert.equal(await update(view.hash), "hash_conflict");
});

Deno.test("closing a form reaches the function, and a failed step ends the run", async () => {
  using bench = new SlackBench({ triggers: [pressed] });
  const { dana, view } = await openForm(bench);
  await bench.desk(`views/${view.id}/close`, { user_id: dana });
  const [run] = bench.slack.runs.all();
  assert.equal(run?.state, "errored");
  assert.equal(run?.error, "ask: closed");
  const late = await bench.desk(`views/${view.id}/submit`, { user_id: dana });
  assert.equal(late.status, 400);
});

Deno.test("a pointer opens one form, within three seconds", async () => {
  using bench = new SlackBench({ triggers: [pressed] });
  await openForm(bench);
  const pointer = bench.slack.runs.all()[0]?.inputs.interactivity;
  assert.ok(typeof pointer === "object" && pointer !== null);
  const spec = {
    type: "modal",
    title: { type: "plain_text", text: "Again" },
    blocks: [],
  };
  const again = { ...pointer, view: spec };
  assert.equal(await bench.code("views.open", again), "exchanged_trigger_id");
  await bench.clock.advance(3000);
  assert.equal(
    await bench.code("views.open", {
      ...again,
      interactivity_pointer: "1.2.3",
    }),
    "expired_trigger_id",
  );
});

Deno.test("a step that throws, and one that never ends, are told apart", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const failed = bench.slack.runStep("note", { channel, text: "fail" });
  const { error } = await bench.clock.runUntil(failed);
  assert.equal(error, "Error: as it was told");

  void bench.slack.runStep("note", { channel, text: "sleep" });
  await bench.clock.advance(120_000);
  const asleep = bench.slack.executions.all().at(-1);
  assert.equal(asleep?.state, "running");
});

Deno.test("typed words become what the function asks for, and what is wrong is named", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const typed = { channel, text: "hi", times: "3" };
  const done = await bench.clock.runUntil(bench.slack.runStep("note", typed));
  assert.equal(typeof done.outputs?.ts, "string");
  assert.equal(bench.slack.executions.all()[0]?.inputs.times, 3);
  const wrong = await bench.slack.runStep("note", { channel: "#texts" });
  assert.match(wrong.error ?? "", /missing required parameter: text/);
  assert.match(wrong.error ?? "", /channel: must be of type/);
});

Deno.test("a token dies with the run's time limit, and a finished run cannot finish again", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const done = bench.slack.runStep("note", { channel, text: "hi" });
  const { execution_id } = await bench.clock.runUntil(done);
  const again = { function_execution_id: execution_id, outputs: { ts: "1" } };
  assert.equal(
    await bench.code("functions.completeSuccess", again),
    "execution_not_in_running_state",
  );
  const token = bench.slack.tokens.issue("note", "Fx1", 1000);
  const ask = () =>
    bench.fetch(
      new Request("https://slack.com/api/auth.test", {
        headers: { authorization: `Bearer ${token}` },
      }),
    ).then((response) => response.json());
  assert.equal((await ask()).ok, true);
  await bench.clock.advance(1000);
  assert.equal((await ask()).error, "token_revoked");
});

Deno.test("the journal names the execution that called", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const done = bench.slack.runStep("note", { channel, text: "hi" });
  const { execution_id } = await bench.clock.runUntil(done);
  const calls = bench.journal.since(0).map(({ caller, method, outcome }) =>
    `${caller}: ${method} ${outcome}`
  );
  assert.deepEqual(calls, [
    `note ${execution_id}: chat.postMessage ok`,
    `note ${execution_id}: functions.completeSuccess ok`,
  ]);
});
