import assert from "node:assert/strict";
import type { Channel } from "../support/channel.ts";
import { story } from "../support/story.ts";

const HOUR = 3_600_000;

/** What a channel says of the conversation with a number. */
async function toldOf(channel: Channel, number: RegExp): Promise<string[]> {
  return (await channel.messages()).map(({ text }) => text)
    .filter((text) => number.test(text));
}

story(
  "Hide takes back what other channels were told of a conversation, and of no other one",
  async ({ scene, maya, noah, texts, general, dana }) => {
    for (const [phone, name] of [[maya, /0142/], [noah, /0171/]] as const) {
      await phone.text("hello");
      const card = await texts.expectMessage(name);
      await card.expectReply("hello");
      const form = await dana.openAssign(card);
      await form.submit({
        channels: [general.id],
        state: "new",
        priority: "normal",
      });
      await general.expectMessage(/assigned you a conversation/);
      await scene.pass(4 * 60_000);
      await phone.text("are you there?");
      await card.expectReply("are you there?");
      await general.expectMessage(/new text from/);
    }
    assert.equal((await toldOf(general, /0142/)).length, 2);
    const [parent] = (await texts.messages())
      .filter(({ text }) => /New.*0142/.test(text));
    assert(parent);
    await dana.pressButtonAt(texts.id, parent.ts, "hide");
    await scene.eventually(
      "what was said of Maya to be gone",
      async () => (await toldOf(general, /0142/)).length === 0 || undefined,
    );
    assert.equal((await toldOf(general, /0171/)).length, 2);
    const bodies = (await texts.messages()).map(({ text }) => text);
    assert(bodies.includes("are you there?"), "her texts stay where they are");
  },
);

story(
  "a hidden conversation waits on: its pin stays, an answer is texted, and a reminder is taken back by Hide too, for good",
  async ({ scene, maya, texts, dana }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("teamwork");
    const form = await dana.expectModal("Teamwork", /Remind/);
    await form.submit({ nudge_after: "30", opens: "0", closes: "24" });
    await dana.expectModal("Teamwork", /Saved/);
    const card = await maya.begins(texts, "hello");
    await scene.pass(1.6 * HOUR);
    await texts.expectMessage(/Still waiting.*0142/);
    await dana.pressButton(card, "hide");
    await card.expectWords(/hidden/);
    await scene.eventually(
      "the reminder to be gone",
      async () =>
        (await toldOf(texts, /Still waiting/)).length === 0 || undefined,
    );
    await scene.pass(1.6 * HOUR);
    assert.deepEqual(await toldOf(texts, /Still waiting/), []);
    await card.expectPinned();
    await card.reply(dana, "hi");
    await maya.expectText("hi");
    await card.expectUnpinned();
    await card.expectWords(/hidden/);
  },
);
