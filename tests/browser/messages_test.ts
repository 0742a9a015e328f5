import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { browserStory } from "./browser_story.ts";

const IMAGE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC",
  "base64",
);

async function general(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "general" }).click();
  return page.getByRole("textbox", { name: "Message #general" });
}

function row(page: Page, words: string): Locator {
  return page.getByRole("main").getByRole("listitem").filter({
    hasText: words,
  });
}

browserStory(
  "Enter sends, Shift+Enter breaks the line, and names and emoji are offered while one types",
  async ({ page }) => {
    const composer = await general(page);
    await composer.pressSequentially("One @wi");
    await page.getByRole("option", { name: /Will Okafor will/ }).waitFor();
    await composer.press("Enter");
    await composer.pressSequentially("and :tad");
    await composer.press("Tab");
    await composer.press("Shift+Enter");
    await composer.pressSequentially("two");
    assert.equal(await composer.inputValue(), "One @will and 🎉 \ntwo");
    await composer.press("Enter");
    const sent = row(page, "One");
    await sent.getByText("@Will Okafor").waitFor();
    await sent.getByRole("img", { name: "tada" }).waitFor();
    assert.equal(await composer.inputValue(), "");
  },
);

browserStory(
  "a message of one's own can be changed, and deleted after a question",
  async ({ page, world }) => {
    const composer = await general(page);
    await composer.fill("Hello @will & <all>");
    await composer.press("Enter");
    const sent = row(page, "Hello");
    await sent.hover();
    await sent.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Edit message" }).click();
    const box = page.getByRole("textbox", { name: "Edit message" });
    assert.equal(await box.inputValue(), "Hello @will & <all>");
    await box.fill("Hello @ana");
    await box.press("Enter");
    await row(page, "@Ana Duarte").getByText("(edited)").waitFor();
    const [message] = world.slack.workspace.messages
      .inChannel(world.slack.workspace.channels.byName("general")?.id ?? "");
    assert.match(message?.text ?? "", /^Hello <@U0\w+>$/);

    await sent.hover();
    await sent.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: /Delete/ }).click();
    await page.getByRole("dialog", { name: "Delete message" })
      .getByRole("button", { name: "Delete" }).click();
    await sent.waitFor({ state: "detached" });
  },
);

browserStory(
  "files go with a message, and are seen where it stands",
  async ({ page, world }) => {
    const composer = await general(page);
    await page.getByLabel("Attach: files").setInputFiles([
      { name: "bike.png", mimeType: "image/png", buffer: IMAGE },
      { name: "bill.pdf", mimeType: "application/pdf", buffer: IMAGE },
      { name: "oops.txt", mimeType: "text/plain", buffer: IMAGE },
    ]);
    await page.getByRole("button", { name: "Remove oops.txt" }).click();
    await composer.fill("the bike and the bill");
    await composer.press("Enter");
    const sent = row(page, "the bike and the bill");
    const shown = sent.getByRole("img", { name: "bike.png" });
    await shown.waitFor();
    await page.waitForFunction(
      (image) => image instanceof HTMLImageElement && image.naturalWidth === 10,
      await shown.elementHandle(),
    );
    await sent.getByText("bike.png 78 bytes").waitFor();
    await sent.getByRole("link", { name: "bill.pdf PDF · 78 bytes" }).waitFor();
    const inView = await page.getByRole("main").getByRole("region")
      .evaluate((list) =>
        list.scrollHeight - list.scrollTop - list.clientHeight
      );
    assert.ok(inView < 2, "the end stays in view when the picture has come");
    const { messages, channels } = world.slack.workspace;
    const [message] = messages.inChannel(channels.byName("general")?.id ?? "");
    assert.equal(message?.files?.length, 2);
  },
);

browserStory(
  "a mention elsewhere is unread, and told at the corner, where a press leads to it",
  async ({ page, world }) => {
    const { messages, people, channels } = world.slack.workspace;
    messages.post({
      channel: channels.byName("general")?.id ?? "",
      user: people.find("will")?.id ?? "",
      text: `Lunch, <@${people.find("dana")?.id}>?`,
    });
    await page.getByRole("button", { name: /general.*unread/ })
      .getByLabel("1 mentions").waitFor();
    await page.getByRole("region", { name: "Notifications" })
      .getByRole("button", { name: /Will Okafor in #general/ }).click();
    await row(page, "Lunch, @Dana Reyes?").waitFor();
    await page.getByRole("button", { name: /general.*unread/ })
      .waitFor({ state: "detached" });
  },
);

browserStory("a reply can also be sent to the channel", async ({ page }) => {
  const composer = await general(page);
  await composer.fill("Who is in?");
  await composer.press("Enter");
  const parent = row(page, "Who is in?");
  await parent.hover();
  await parent.getByRole("button", { name: "Reply in thread" }).click();
  const thread = page.getByRole("complementary", { name: "Thread" });
  await thread.getByRole("textbox", { name: "Reply…" }).fill("I am");
  await thread.getByLabel("Also send to channel").check();
  await thread.getByRole("button", { name: "Send message" }).click();
  await thread.getByText("Also sent to the channel").waitFor();
  await row(page, "replied to a thread: Who is in?").getByText("I am")
    .waitFor();
  await page.getByRole("button", { name: "1 reply" }).waitFor();
});

browserStory(
  "what is meant for one person alone says so, and nobody else sees it",
  async ({ page }) => {
    const composer = page.getByRole("textbox", { name: "Message #texts" });
    await composer.fill("send 415555 hello");
    await composer.press("Enter");
    const whisper = page.getByText("Only visible to you");
    await whisper.waitFor();
    await page.getByLabel("You are").selectOption({ label: "Will Okafor" });
    await row(page, "send 415555 hello").waitFor();
    await whisper.waitFor({ state: "detached" });
  },
);

browserStory(
  "channels are made, left to others and archived",
  async ({ page }) => {
    await page.getByRole("button", { name: "Add channel" }).click();
    const dialog = page.getByRole("dialog", { name: "Create a channel" });
    await dialog.getByLabel("Name").fill("Winter Plans");
    await dialog.getByRole("button", { name: "Create" }).click();
    await page.getByRole("button", { name: "winter-plans" }).click();
    await page.getByText("This is the very beginning").waitFor();
    await page.getByLabel("You are").selectOption({ label: "Ana Duarte" });
    await page.getByRole("button", { name: "Join channel" }).click();
    await page.getByRole("textbox", { name: "Message #winter-plans" })
      .waitFor();
    await page.getByRole("heading", { name: "winter-plans" }).first()
      .getByRole("button").click();
    await page.getByRole("menuitem", { name: "Archive channel" }).click();
    await page.getByText("This channel has been archived.").waitFor();
  },
);
