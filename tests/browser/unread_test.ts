import assert from "node:assert/strict";
import type { World } from "../../emulator/world.ts";
import { browserStory } from "./browser_story.ts";

/** Lets will say something in a channel. */
function say({ slack }: World, channel: string, text: string): void {
  const { messages, people, channels } = slack.workspace;
  messages.post({
    channel: channels.byName(channel)?.id ?? "",
    user: people.find("will")?.id ?? "",
    text,
  });
}

browserStory(
  "a line says from where on a channel is new, until one leaves it",
  async ({ page, world }) => {
    const main = page.getByRole("main");
    const line = main.getByRole("listitem").filter({ hasText: /^New$/ });
    say(world, "texts", "seen as it came");
    await main.getByText("seen as it came").waitFor();
    await page.getByRole("button", { name: "general" }).click();
    say(world, "texts", "first unread");
    say(world, "texts", "second unread");
    await page.getByRole("button", { name: /texts.*unread/ }).click();
    await line.waitFor();
    say(world, "texts", "came meanwhile");
    await main.getByText("came meanwhile").waitFor();
    const words = await main.getByRole("listitem").allInnerTexts();
    const at = words.findIndex((each) => each.trim() === "New");
    assert.match(words[at - 1] ?? "", /seen as it came/);
    assert.match(words[at + 1] ?? "", /first unread/);
    assert.equal(await line.count(), 1);
    await page.getByRole("button", { name: "general" }).click();
    await page.getByRole("button", { name: "texts" }).click();
    await main.getByText("came meanwhile").waitFor();
    assert.equal(await line.count(), 0);
  },
);

browserStory(
  "a notification goes when one gets there by oneself",
  async ({ page, world }) => {
    const dana = world.slack.workspace.people.find("dana")?.id;
    say(world, "general", `Lunch, <@${dana}>?`);
    const note = page.getByRole("region", { name: "Notifications" })
      .getByText("Lunch");
    await note.waitFor();
    await page.getByRole("button", { name: /general.*unread/ }).click();
    await note.waitFor({ state: "detached" });
  },
);

browserStory(
  "a channel says what it is about",
  async ({ page, world }) => {
    const { channels, people } = world.slack.workspace;
    const texts = channels.byName("texts");
    assert.ok(texts);
    const dana = people.find("dana")?.id ?? "";
    channels.describe(texts, "topic", "Texts from customers", dana);
    channels.describe(texts, "purpose", "Answer in the thread.", dana);
    const main = page.getByRole("main");
    await main.getByText("Texts from customers").waitFor();
    await main.getByText("Answer in the thread.").waitFor();
  },
);
