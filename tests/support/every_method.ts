import manifest from "./notes_app/manifest.ts";
import { type Answer, SlackBench } from "./slack_bench.ts";

/** One call as it was made, and what came of it. */
export interface Exchange {
  method: string;
  args: Record<string, unknown>;
  answer: Answer;
}

const SCOPES = [
  ...manifest.oauth_config.scopes.bot ?? [],
  "datastore:read",
  "datastore:write",
  "team:read",
  "usergroups:read",
];

const ASK = {
  type: "shortcut",
  name: "Ask",
  workflow: "#/workflows/ask_and_note",
  inputs: {
    interactivity: { value: "{{data.interactivity}}" },
    channel: { value: "{{data.channel_id}}" },
  },
};

const DATASTORES = {
  notes: {
    primary_key: "id",
    attributes: { id: { type: "string" }, words: { type: "string" } },
  },
};

/** Calls every method at least once, in a workspace where there is something of everything. */
export async function everyMethod(): Promise<Exchange[]> {
  const seen: Exchange[] = [];
  using bench = new SlackBench({
    triggers: [ASK],
    limits: "off",
    manifest: { ...manifest, oauth_config: { scopes: { bot: SCOPES } } },
  });
  bench.slack.datastores.install(DATASTORES);
  const call = async (
    method: string,
    args: Record<string, unknown> = {},
    who?: string,
  ) => {
    const answer = await bench.call(method, args, who);
    seen.push({ method, args, answer });
    return answer;
  };
  // Only a form's own function can open and finish it: its calls are overheard.
  overhear(seen);

  const channel = bench.channel("texts").id;
  const dana = bench.person("dana").id;
  await call("auth.test");
  await call("conversations.join", { channel });
  const { ts } = await call("chat.postMessage", posting(channel));
  const reply = await call("chat.postMessage", {
    channel,
    text: "a reply",
    thread_ts: ts,
    reply_broadcast: true,
  });
  await call("chat.postMessage", { channel, text: "mine" }, "dana");
  await call("chat.postEphemeral", { channel, user: dana, text: "psst" });
  await call("chat.getPermalink", { channel, message_ts: ts });
  await call("reactions.add", { channel, timestamp: ts, name: "eyes" });
  await call("pins.add", { channel, timestamp: ts });
  await call("chat.update", { channel, ts, text: "new words" });
  await files(bench, call, channel);
  await call("reactions.get", { channel, timestamp: ts });
  await call("pins.list", { channel });
  await call("conversations.history", {
    channel,
    limit: 50,
    include_all_metadata: true,
  });
  await call("conversations.replies", { channel, ts });
  await call("pins.remove", { channel, timestamp: ts });
  await call("reactions.remove", { channel, timestamp: ts, name: "eyes" });
  await call("chat.delete", { channel, ts: reply.ts });
  await channels(call, dana);
  await call("users.info", { user: dana });
  await call("users.list", { limit: 2 });
  await groups(call);
  await datastore(call);
  await triggers(call, channel);
  await forms(bench, dana, channel);
  return seen;
}

type Call = (
  method: string,
  args?: Record<string, unknown>,
  who?: string,
) => Promise<Answer>;

function posting(channel: string) {
  return {
    channel,
    text: "hello",
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: "*hello*" } },
      {
        type: "actions",
        elements: [{
          type: "button",
          action_id: "go",
          text: { type: "plain_text", text: "Go" },
        }],
      },
    ],
    metadata: { event_type: "greeting", event_payload: { n: 1 } },
  };
}

async function files(bench: SlackBench, call: Call, channel: string) {
  const words = "some words";
  const { upload_url, file_id } = await call("files.getUploadURLExternal", {
    filename: "words.txt",
    length: words.length,
  }, "dana");
  const upload = new Request(String(upload_url), {
    method: "POST",
    body: words,
  });
  await bench.fetch(upload);
  await call("files.completeUploadExternal", {
    files: [{ id: file_id, title: "Words" }],
    channel_id: channel,
    initial_comment: "here",
  }, "dana");
  await call("files.info", { file: file_id }, "dana");
  await call("conversations.history", { channel, limit: 1 });
  await call("files.delete", { file: file_id }, "dana");
}

async function channels(call: Call, user: string) {
  const made = await call("conversations.create", { name: "plans" });
  const { id: channel } = made.channel as { id: string };
  await call("conversations.invite", { channel, users: user });
  await call("conversations.members", { channel });
  await call("conversations.rename", { channel, name: "great-plans" });
  await call("conversations.info", { channel });
  await call("conversations.setTopic", { channel, topic: "What we plan" });
  await call("conversations.setPurpose", { channel, purpose: "To plan" });
  await call("conversations.list", { limit: 2 });
  await call("conversations.archive", { channel });
  await call("conversations.unarchive", { channel }, "dana");
  await call("conversations.leave", { channel }, "dana");
}

async function groups(call: Call) {
  await call("team.info");
  const { usergroups } = await call("usergroups.list", {
    include_users: true,
    include_count: true,
  });
  const [{ id: usergroup }] = usergroups as [{ id: string }];
  await call("usergroups.users.list", { usergroup });
}

async function datastore(call: Call) {
  const datastore = "notes";
  const item = { id: "a", words: "one" };
  await call("apps.datastore.put", { datastore, item });
  await call("apps.datastore.update", { datastore, item });
  await call("apps.datastore.get", { datastore, id: "a" });
  await call("apps.datastore.query", { datastore, limit: 10 });
  await call("apps.datastore.count", { datastore });
  await call("apps.datastore.bulkPut", { datastore, items: [item] });
  await call("apps.datastore.bulkGet", { datastore, ids: ["a", "b"] });
  await call("apps.datastore.bulkDelete", { datastore, ids: ["b"] });
  await call("apps.datastore.delete", { datastore, id: "a" });
}

async function triggers(call: Call, channel: string) {
  const definition = {
    type: "webhook",
    name: "Ring",
    workflow: "#/workflows/note",
    inputs: { text: { value: "{{data.text}}" }, channel: { value: channel } },
  };
  const made = await call("workflows.triggers.create", definition);
  const { id: trigger_id } = made.trigger as { id: string };
  await call("workflows.triggers.update", { trigger_id, ...definition });
  await call("workflows.triggers.list", { is_owner: true });
  await call("workflows.triggers.permissions.set", {
    trigger_id,
    permission_type: "everyone",
  });
  await call("workflows.triggers.delete", { trigger_id });
}

/** A form that is opened, updated, pushed upon and submitted, and one that is closed. */
async function forms(bench: SlackBench, user_id: string, channel_id: string) {
  const [trigger] = bench.slack.triggers.all();
  const open = async () => {
    await bench.desk(`shortcuts/${trigger?.id}`, { user_id, channel_id });
    await bench.clock.advance(100);
    const { body } = await bench.desk(`views?user_id=${user_id}`);
    return body.at(-1).id;
  };
  const first = await open();
  const louder = { user_id, block_id: "more", action_id: "louder" };
  await bench.desk(`views/${first}/actions`, louder);
  const why = { user_id, block_id: "more", action_id: "explain" };
  await bench.desk(`views/${first}/actions`, why);
  const { body: [, pushed] } = await bench.desk(`views?user_id=${user_id}`);
  await bench.desk(`views/${pushed.id}/close`, { user_id });
  await bench.desk(`views/${first}/submit`, { user_id, values: { Name: "M" } });
  await bench.desk(`views/${await open()}/close`, { user_id });
  await bench.clock.advance(100);
}

function overhear(seen: Exchange[]) {
  const fetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = new URLSearchParams(await request.clone().text());
    const response = await fetch(request);
    const method = /\/api\/([\w.]+)$/.exec(request.url)?.[1];
    if (method) {
      const args = Object.fromEntries([...body].map(([k, v]) => [k, read(v)]));
      seen.push({ method, args, answer: await response.clone().json() });
    }
    return response;
  };
}

/** What a form carries as JSON text is that; anything else is the text. */
function read(value: string): unknown {
  return /^[{[]/.test(value) ? JSON.parse(value) : value;
}
