import assert from "node:assert/strict";
import type { Channel } from "../support/channel.ts";
import type { Scene } from "../support/scene.ts";
import { story } from "../support/story.ts";
import type { Teammate } from "../support/teammate.ts";

/** Makes a workflow's webhook, as a team would in Workflow Builder. @returns its address, and what it was started with. */
async function teamWorkflow(scene: Scene) {
  const { trigger } = await scene.asApp<
    { trigger: { webhook_url: string } }
  >("workflows.triggers.create", {
    type: "webhook",
    name: "The team's own",
    workflow: "#/workflows/handle_inbound",
    inputs: {
      message_sid: { value: "{{data.link}}" },
      from: { value: "{{data.from}}" },
      to: { value: "{{data.to}}" },
      opt_out_type: { value: "{{data.name}}: {{data.body}}" },
    },
  });
  const { pathname } = new URL(trigger.webhook_url);
  return {
    url: `https://hooks.slack.com${pathname}`,
    starts: () =>
      scene.world.slack.executions.all()
        .map(({ inputs }) => inputs)
        .filter(({ message_sid }) =>
          String(message_sid).startsWith("https://")
        ),
  };
}

async function startWithEachText(
  who: Teammate,
  channel: Channel,
  url: string,
): Promise<Record<string, string> | undefined> {
  const form = await who.openSettings(channel);
  const { errors } = await form.submit({ workflow_url: url });
  await who.scene.pass(2_000);
  await who.closeAll();
  return errors;
}

story(
  "each text that is shown starts the team's own workflow, with who, what and where",
  async ({ scene, maya, texts, dana, line }) => {
    const { url, starts } = await teamWorkflow(scene);
    assert.equal(await startWithEachText(dana, texts, url), undefined);
    const card = await maya.begins(texts, "hello");
    await maya.text("again");
    await card.expectReply("again");
    await scene.pass(5_000);
    const bodies = starts().map(({ opt_out_type }) => opt_out_type);
    assert.deepEqual(bodies, [": hello", ": again"]);
    const [first] = starts();
    assert.equal(first?.from, maya.number);
    assert.equal(first?.to, line);
    await card.reply(dana, "hi");
    await maya.expectText("hi");
    const mend = scene.cutBell();
    await maya.text("unheard");
    await scene.pass(60_000);
    mend();
    await scene.pass(1.1 * 3600_000);
    await card.expectReply("unheard");
    const texted = starts().map(({ opt_out_type }) => opt_out_type);
    assert.deepEqual(texted, [": hello", ": again", ": unheard"]);
  },
);

story(
  "a workflow that does not start is tried once more, and the text stands all the same",
  async ({ scene, maya, texts, dana }) => {
    const { url } = await teamWorkflow(scene);
    const gone = url.replace(/\w{8}$/, "00000000");
    assert.equal(await startWithEachText(dana, texts, gone), undefined);
    await maya.begins(texts, "hello");
    await scene.pass(10_000);
    const tries = scene.world.journal.since(0)
      .filter(({ outcome }) => outcome === "trigger_not_found");
    assert.equal(tries.length, 2);
  },
);

story(
  "only the address of a workflow's webhook is taken, only admins see it, and none means none",
  async ({ scene, maya, texts, dana, will }) => {
    for (
      const wrong of [
        "https://example.com/triggers/T1/2/3",
        "https://hooks.slack.com/services/T1/2/3",
        "https://hooks.slack.com/triggers/T1/../../x",
        "http://hooks.slack.com/triggers/T1/2/3",
      ]
    ) {
      const errors = await startWithEachText(dana, texts, wrong);
      assert.match(errors?.workflow_url ?? "", /not the address/, wrong);
    }
    const { url, starts } = await teamWorkflow(scene);
    await startWithEachText(dana, texts, url);
    await will.openDashboard(texts).then((each) => each.click("settings"));
    const his = await will.expectModal("Settings", /Only Clerk's admins/);
    assert.match(await his.words(), /starts a workflow:\* yes/);
    assert.doesNotMatch(await his.words(), /hooks\.slack\.com/);
    await startWithEachText(dana, texts, "");
    await maya.begins(texts, "hello");
    await scene.pass(5_000);
    assert.deepEqual(starts(), []);
  },
);
