import assert from "node:assert/strict";
import manifest from "../manifest.ts";
import { ROOT, sourceFiles } from "./support/source_files.ts";

/** The scope each Web API method needs (https://docs.slack.dev/reference/methods), for the methods that need one. */
const SCOPES: Record<string, string[]> = {
  "apps.datastore.bulkGet": ["datastore:read"],
  "apps.datastore.bulkPut": ["datastore:write"],
  "apps.datastore.delete": ["datastore:write"],
  "apps.datastore.get": ["datastore:read"],
  "apps.datastore.put": ["datastore:write"],
  "apps.datastore.query": ["datastore:read"],
  "apps.datastore.update": ["datastore:write"],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write", "chat:write.customize"],
  "chat.update": ["chat:write"],
  "conversations.archive": ["channels:manage", "groups:write"],
  "conversations.create": ["channels:manage", "groups:write"],
  "conversations.history": ["channels:history", "groups:history"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.invite": ["channels:manage", "groups:write"],
  "conversations.join": ["channels:join"],
  "conversations.list": ["channels:read", "groups:read"],
  "conversations.members": ["channels:read", "groups:read"],
  "conversations.replies": ["channels:history", "groups:history"],
  "conversations.setTopic": ["channels:manage", "groups:write"],
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.info": ["files:read"],
  "pins.add": ["pins:write"],
  "pins.list": ["pins:read"],
  "pins.remove": ["pins:write"],
  "reactions.add": ["reactions:write"],
  "reactions.get": ["reactions:read"],
  "reactions.remove": ["reactions:write"],
  "usergroups.list": ["usergroups:read"],
  "usergroups.users.list": ["usergroups:read"],
  "users.info": ["users:read"],
  "workflows.triggers.create": ["triggers:write"],
  "workflows.triggers.delete": ["triggers:write"],
  "workflows.triggers.list": ["triggers:read"],
  "workflows.triggers.update": ["triggers:write"],
};

/** Methods that need no scope. */
const FREE = ["auth.test", "chat.getPermalink"];

const app = (await sourceFiles()).filter(({ path }) =>
  !path.startsWith("tests/") && !path.startsWith("emulator/")
);

function called(): string[] {
  const families =
    /"((?:apps\.datastore|auth|chat|conversations|pins|reactions|usergroups|usergroups\.users|users|workflows\.triggers|files|bookmarks)\.\w+)"/g;
  const found = app.flatMap(({ text }) =>
    [...text.matchAll(families)].map((match) => match[1] ?? "")
  );
  return [...new Set(found)].sort();
}

Deno.test("every method the app calls is known here, with the scopes it needs", () => {
  const known = [...Object.keys(SCOPES), ...FREE].sort();
  assert.deepEqual(called(), known);
});

Deno.test("the manifest asks for the scopes that are needed, and for no other", () => {
  const needed = new Set(Object.values(SCOPES).flat());
  const declared = manifest.oauth_config.scopes.bot ?? [];
  assert.deepEqual([...declared].sort(), [...needed].sort());
});

Deno.test("every table, workflow and function that exists is declared", async () => {
  assert.deepEqual(
    Object.keys(manifest.datastores ?? {}).sort(),
    namesDefined("datastores", /DefineDatastore\({\s*name: "(\w+)"/),
  );
  assert.deepEqual(
    Object.keys(manifest.workflows ?? {}).sort(),
    namesDefined("workflows", /DefineWorkflow\({\s*callback_id: "(\w+)"/),
  );
  const functions = namesDefined(
    "functions",
    /DefineFunction\({\s*callback_id: "(\w+)"/,
  );
  assert.deepEqual(Object.keys(manifest.functions ?? {}).sort(), functions);
  for (const name of functions) {
    await Deno.stat(new URL(`functions/${name}.ts`, ROOT));
  }
});

Deno.test("there are no more tables than Slack takes", () => {
  assert(Object.keys(manifest.datastores ?? {}).length <= 10);
});

Deno.test("every workflow is started by a trigger, made at deployment or at run time", () => {
  const started = app.flatMap(({ text }) =>
    [...text.matchAll(
      /(?:workflow: "#\/workflows\/|\.arrange\(\s*")(\w+)"/g,
    )]
      .map((match) => match[1] ?? "")
  );
  assert.deepEqual(
    [...new Set(started)].sort(),
    Object.keys(manifest.workflows ?? {}).sort(),
  );
});

Deno.test("the steps for Workflow Builder take and give only what it knows, and all of it has a title", () => {
  const { workflows = {}, functions = {} } = manifest;
  const own = Object.values(workflows)
    .flatMap(({ steps }) => steps)
    .map(({ function_id }) => function_id.replace("#/functions/", ""));
  const steps = Object.keys(functions).filter((name) => !own.includes(name));
  assert.deepEqual(steps.sort(), granted());
  for (const name of steps) {
    const { title, description, input_parameters, output_parameters } =
      functions[name] ?? {};
    assert(title && description, name);
    for (const set of [input_parameters, output_parameters]) {
      assert(set, `${name} takes or gives nothing`);
      for (
        const [parameter, { type, title }] of Object.entries(set.properties)
      ) {
        assert(
          KNOWN_TO_BUILDER.includes(type),
          `${name} ${parameter}: ${type}`,
        );
        assert(title, `${name} ${parameter} has no title`);
      }
    }
  }
});

/** Objects, and what opens windows, are not among them (https://docs.slack.dev/tools/deno-slack-sdk/reference/slack-types). */
const KNOWN_TO_BUILDER: unknown[] = [
  "string",
  "number",
  "integer",
  "boolean",
  "slack#/types/user_id",
  "slack#/types/channel_id",
];

/** The steps that the README has offered to everybody. */
function granted(): string[] {
  const readme = Deno.readTextFileSync(new URL("README.md", ROOT));
  const [, names = ""] = /for step in ([\w\s\\]+); do/.exec(readme) ?? [];
  return names.split(/[\s\\]+/).filter(Boolean).sort();
}

Deno.test("each trigger file is named for its workflow and its kind", async () => {
  const kinds: Record<string, string> = {
    shortcut: "shortcut",
    webhook: "webhook",
    scheduled: "scheduled",
  };
  for (
    const { path } of app.filter((file) => file.path.startsWith("triggers/"))
  ) {
    const { default: trigger } = await import(new URL(path, ROOT).href);
    const workflow = trigger.workflow.replace("#/workflows/", "");
    assert.equal(path, `triggers/${workflow}_${kinds[trigger.type]}.ts`);
  }
});

Deno.test("the hosts that the app talks to are the ones it declares", () => {
  const hosts = app
    .filter(({ path }) => !path.startsWith("triggers/"))
    .flatMap(({ text }) => [...text.matchAll(/^[^/*]*"https:\/\/([a-z.]+)/gm)])
    .map((match) => match[1] ?? "");
  const declared = [...new Set(hosts), ...LED_TO];
  assert.deepEqual(
    declared.sort(),
    [...manifest.outgoing_domains ?? []].sort(),
  );
});

/** Hosts that no source names: Twilio's redirects and Slack's upload addresses lead there. */
const LED_TO = [
  "mms.twiliocdn.com",
  "media.twiliocdn.com",
  "s3-external-1.amazonaws.com",
  "files.slack.com",
];

function namesDefined(room: string, definition: RegExp): string[] {
  return app.filter(({ path }) => path.startsWith(`${room}/`))
    .flatMap(({ text }) => definition.exec(text)?.[1] ?? [])
    .sort();
}
