import { createEmulator } from "emulate";
import assert from "node:assert/strict";
import manifest from "../support/notes_app/manifest.ts";
import { type Answer, SlackBench } from "../support/slack_bench.ts";

/** Methods that the desk's end does not call, asked of an emulator that is not ours and of ours: the same must come. */

type Ask = (method: string, args?: object) => Promise<Answer>;

interface Place {
  channel: string;
  person: string;
  send(request: Request): Promise<Response>;
}

const WORDS = "name,number\nMaya,4155550142\n";

function within(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (held, key) => Object(held)[key],
    value,
  );
}

async function asked(ask: Ask, { channel, person, send }: Place) {
  const code = async (method: string, args: object) => {
    const { ok, error } = await ask(method, args);
    return ok ? "ok" : error;
  };
  const topic = (topic: string, at = channel) =>
    code("conversations.setTopic", { channel: at, topic });
  const early = await topic("Too early");
  await ask("conversations.join", { channel });
  const info = async (what: string) =>
    within(
      await ask("conversations.info", { channel }),
      "channel",
      what,
      "value",
    );
  const team = within(await ask("team.info"), "team");
  const me = await ask("auth.test");
  return {
    team: ["id", "name", "domain"].map((key) => typeof within(team, key)),
    sameTeam: within(team, "id") === me.team_id,
    early,
    topics: [await topic("Texts"), await info("topic")],
    purpose: [
      await code("conversations.setPurpose", { channel, purpose: "To text" }),
      await info("purpose"),
    ],
    tooLong: await topic("x".repeat(251)),
    nowhere: await topic("x", "C0NOWHERE"),
    member: JSON.stringify(await ask("conversations.members", { channel }))
      .includes(String(me.user_id)),
    admin: within(
      await ask("users.info", { user: person }),
      "user",
      "is_admin",
    ),
    nobody: await code("users.info", { user: "U0NOBODY" }),
    file: await shareFile(ask, send),
  };
}

async function shareFile(ask: Ask, send: Place["send"]) {
  const { upload_url, file_id } = await ask("files.getUploadURLExternal", {
    filename: "contacts.csv",
    length: WORDS.length,
  });
  const body = WORDS;
  const up = await send(
    new Request(String(upload_url), { method: "POST", body }),
  );
  const done = await ask("files.completeUploadExternal", {
    files: [{ id: file_id, title: "Contacts" }],
  });
  const { file } = await ask("files.info", { file: file_id });
  const again = await ask("files.info", { file: "F0NOTHING" });
  return {
    taken: up.status,
    done: done.ok,
    shown: ["name", "title", "size"].map((key) => within(file, key)),
    unknown: again.error,
  };
}

Deno.test({
  name:
    "people, channels, files and the workspace are alike on another's Slack and on ours",
  // The other emulator keeps its server for a moment.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const other = await createEmulator({
      service: "slack",
      port: 0,
      seed: {
        tokens: { "xoxb-witness": { login: "clerk" } },
        slack: { users: [{ name: "clerk", real_name: "Clerk" }] },
      },
    });
    const origin = other.url.replace("localhost", "127.0.0.1");
    const ask: Ask = async (method, args = {}) => {
      const response = await fetch(`${origin}/api/${method}`, {
        method: "POST",
        headers: {
          authorization: "Bearer xoxb-witness",
          "content-type": "application/json",
        },
        body: JSON.stringify(args),
      });
      return await response.json();
    };
    const theirs = await asked(ask, {
      channel: "C000000001",
      person: "U000000001",
      send: (request) =>
        fetch(
          new Request(request.url.replace("localhost", "127.0.0.1"), request),
        ),
    }).finally(() => other.close());
    const bot = [
      ...manifest.oauth_config.scopes.bot ?? [],
      "files:read",
      "files:write",
      "team:read",
    ];
    using bench = new SlackBench({
      limits: "off",
      manifest: { ...manifest, oauth_config: { scopes: { bot } } },
    });
    const ours = await asked((method, args) => bench.call(method, args), {
      channel: bench.channel("texts").id,
      person: bench.person("dana").id,
      send: (request) => bench.fetch(request),
    });
    assert.deepEqual(ours, theirs);
  },
});
