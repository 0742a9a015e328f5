import assert from "node:assert/strict";
import manifest from "../support/notes_app/manifest.ts";
import { SlackBench } from "../support/slack_bench.ts";

/** A bench whose app may do this too. */
function allowed(...scopes: string[]): SlackBench {
  const bot = [...manifest.oauth_config.scopes.bot ?? [], ...scopes];
  return new SlackBench({
    manifest: { ...manifest, oauth_config: { scopes: { bot } } },
  });
}

Deno.test("who is in a user group is told to an app that may ask", async () => {
  using bench = allowed("usergroups:read");
  const { usergroups } = await bench.call("usergroups.list", {
    include_users: true,
  });
  const [counter] = usergroups as { id: string; handle: string }[];
  assert.equal(counter?.handle, "counter");
  const { users } = await bench.call("usergroups.users.list", {
    usergroup: counter?.id,
  });
  assert.deepEqual(users, ["dana", "will"].map((one) => bench.person(one).id));
  const code = await bench.code("usergroups.users.list", { usergroup: "S0" });
  assert.equal(code, "no_such_subteam");
  using other = new SlackBench();
  assert.equal(await other.code("usergroups.list"), "missing_scope");
});

Deno.test("a member's answer says who rules and what time it is there", async () => {
  using bench = new SlackBench();
  const shown = async (name: string) => {
    const user = bench.person(name).id;
    return (await bench.call("users.info", { user })).user as Record<
      string,
      unknown
    >;
  };
  const { is_admin, tz, tz_label } = await shown("dana");
  assert.deepEqual([is_admin, tz], [true, "America/Los_Angeles"]);
  assert.match(String(tz_label), /^Pacific (Standard|Daylight) Time$/);
  assert.equal((await shown("ana")).is_admin, false);
});

Deno.test("a workspace says its name to an app that may ask", async () => {
  using bench = allowed("team:read");
  const { team } = await bench.call("team.info");
  assert.equal((team as { name: string }).name, "Harbour Bikes");
  assert.equal(await bench.code("team.info", { team: "T0" }), "team_not_found");
});

Deno.test("a channel's topic and purpose are kept, with who said them", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const channel = bench.channel("texts").id;
  await bench.call("conversations.setTopic", { channel, topic: "Texts" });
  await bench.call(
    "conversations.setPurpose",
    { channel, purpose: "Customers" },
    "dana",
  );
  const { channel: shown } = await bench.call("conversations.info", {
    channel,
  }) as { ok: boolean; channel: Record<string, Record<string, unknown>> };
  assert.equal(shown.topic?.value, "Texts");
  assert.equal(shown.purpose?.creator, bench.person("dana").id);
  const topic = "x".repeat(251);
  const code = await bench.code("conversations.setTopic", { channel, topic });
  assert.equal(code, "too_long");
});

Deno.test("a workspace may begin with channels that say what they are for", async () => {
  using bench = new SlackBench({
    workspace: {
      people: [{ name: "dana", real_name: "Dana Reyes" }],
      channels: [{ name: "texts", purpose: "Texts of customers" }],
    },
  });
  bench.join("texts");
  const { channel } = await bench.call("conversations.info", {
    channel: bench.channel("texts").id,
  }) as { ok: boolean; channel: Record<string, Record<string, unknown>> };
  assert.equal(channel.purpose?.value, "Texts of customers");
  assert.equal(channel.purpose?.creator, bench.person("dana").id);
});
