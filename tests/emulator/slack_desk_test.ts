import assert from "node:assert/strict";
import { Ids, seededRandom } from "../../emulator/ids.ts";
import { Store } from "../../emulator/store.ts";
import { openedForm } from "../support/opened_form.ts";
import { SlackBench } from "../support/slack_bench.ts";

Deno.test("the desk shows a person what Slack's client would", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const dana = bench.person("dana").id;
  const { ts } = await bench.call("chat.postMessage", { channel, text: "hi" });
  await bench.call("pins.add", { channel, timestamp: ts });
  await bench.call("chat.postEphemeral", { channel, user: dana, text: "psst" });
  const { body } = await bench.desk(`state?user_id=${dana}`);
  assert.deepEqual(
    body.messages[channel].map(({ text }: { text: string }) => text),
    ["hi"],
  );
  const texts = body.channels.find(({ id }: { id: string }) => id === channel);
  assert.deepEqual(texts.pins, [ts]);
  assert.equal(body.ephemerals[0].text, "psst");
  const will = await bench.desk(
    `ephemerals?user_id=${bench.person("will").id}`,
  );
  assert.deepEqual(will.body, []);
});

Deno.test("a direct message is seen by its two ends only", async () => {
  using bench = new SlackBench();
  const dana = bench.person("dana").id;
  const { channel } = await bench.call("chat.postMessage", {
    channel: dana,
    text: "just you",
  });
  assert.match(String(channel), /^D/);
  const seen = await bench.desk(`state?user_id=${dana}`);
  assert.equal(seen.body.messages[String(channel)].length, 1);
  const unseen = await bench.desk(`state?user_id=${bench.person("will").id}`);
  assert.equal(unseen.body.messages[String(channel)], undefined);
});

Deno.test("what a person cannot do is said in a sentence", async () => {
  using bench = new SlackBench();
  const none = await bench.desk("views/V1/submit", {
    user_id: bench.person("dana").id,
  });
  assert.deepEqual([none.status, none.body.error], [
    400,
    "The form V1 is no longer open.",
  ]);
});

Deno.test("an ordinary button goes dead with the step that posted it", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const { ts } = await bench.call("chat.postMessage", {
    channel,
    text: "card",
    blocks: [{
      type: "actions",
      elements: [{
        type: "button",
        action_id: "go",
        text: { type: "plain_text", text: "Go" },
      }],
    }],
  });
  const pressed = await bench.desk(`messages/${channel}/${ts}/buttons/go`, {
    user_id: bench.person("dana").id,
  });
  assert.equal(pressed.status, 409);
});

Deno.test("a workspace kept in a store is found again", async () => {
  const store = new Store();
  const hook = {
    type: "webhook",
    name: "Ring",
    workflow: "#/workflows/note",
    inputs: { text: { value: "x" }, channel: { value: "{{data.channel}}" } },
  };
  let before;
  {
    using bench = new SlackBench({ store, triggers: [hook] });
    bench.join("texts");
    await bench.call("chat.postMessage", {
      channel: bench.channel("texts").id,
      text: "kept",
    });
    before = bench.slack.workspaceInfo();
  }
  using again = new SlackBench({
    store,
    triggers: [hook],
    ids: new Ids(seededRandom(2)),
  });
  assert.deepEqual(again.slack.workspaceInfo(), before);
  assert.deepEqual(again.texts("texts"), ["kept"]);
  const { ts } = await again.call("chat.postMessage", {
    channel: again.channel("texts").id,
    text: "more",
  });
  const [kept] = again.slack.workspace.messages.inChannel(
    again.channel("texts").id,
  );
  assert.ok(String(ts) > String(kept?.ts));
});

async function openGallery() {
  const { bench, user_id, channel_id } = await openedForm("gallery_app");
  const { body: [view] } = await bench.desk(`views?user_id=${user_id}`);
  const said = () => bench.texts("general").at(-1);
  const [card] = bench.slack.workspace.messages.inChannel(channel_id);
  return { bench, user_id, view, said, card };
}

Deno.test("an act in a form brings along what the other fields hold", async () => {
  const { bench, user_id, view, said } = await openGallery();
  using _ = bench;
  const { status } = await bench.desk(`views/${view.id}/actions`, {
    user_id,
    block_id: "acts",
    action_id: "look",
    values: {
      plain_text_input: { plain_text_input: "Maya" },
      Colours: ["red", "Blue"],
      "a field that is gone": "x",
    },
  });
  assert.equal(status, 200);
  assert.equal(
    said(),
    'saw {"plain_text_input":"Maya","multi_static_select":["red","blue"]}',
  );
});

Deno.test("a choice under a message reaches the app with its value", async () => {
  const { bench, user_id, said, card } = await openGallery();
  using _ = bench;
  const buttons = `messages/${card?.channel}/${card?.ts}/buttons`;
  await bench.desk(`${buttons}/overflow`, { user_id, value: "move" });
  assert.match(said() ?? "", /"action_id":"overflow".*"value":"move"/);
  await bench.desk(`${buttons}/users_select`, { user_id, value: "will" });
  assert.match(said() ?? "", /"selected_user":"U0/);
  const { body } = await bench.desk(
    `messages/${card?.channel}/${card?.ts}/suggestions`,
    { user_id, action_id: "external_select", value: "o" },
  );
  assert.deepEqual(
    body.options.map(({ value }: { value: string }) => value),
    ["oslo", "osaka"],
  );
});
