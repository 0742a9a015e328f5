import assert from "node:assert/strict";
import { browserStory } from "./browser_story.ts";

browserStory(
  "a text from a phone is answered in its thread, and the answer reaches the phone",
  async ({ page }) => {
    const field = page.getByRole("textbox", { name: "Text message from Maya" });
    await field.fill("Is my *bike* ready? 😀");
    await field.press("Enter");
    await page.getByRole("button", { name: "1 reply" }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByText("Is my *bike* ready? 😀").waitFor();
    const reply = thread.getByRole("textbox", { name: "Reply…" });
    await reply.fill("It is! 😃 @will has it");
    await reply.press("Enter");
    const phone = page.getByRole("region", { name: "Texts on Maya's phone" });
    await phone.getByText("It is! 😃 @").waitFor();
    await thread.getByRole("button", { name: /vibration_mode, 1/ }).waitFor();
  },
);

browserStory(
  "a pinned message is listed, and a reaction is put and taken by a press",
  async ({ page }) => {
    const field = page.getByRole("textbox", { name: "Text message from Noah" });
    await field.fill("hello");
    await field.press("Enter");
    await page.getByRole("button", { name: "Pinned messages: 1" }).click();
    const pins = page.getByRole("region", { name: "Pinned messages" });
    await pins.getByText("1 pinned").waitFor();
    await pins.getByRole("button", { name: "Close pins" }).click();

    const card = page.getByRole("main").getByRole("listitem")
      .filter({ hasText: "New Inbound Message" });
    await card.hover();
    await card.getByRole("button", { name: "Add reaction" }).first().click();
    await page.getByRole("textbox", { name: "Search emoji" }).fill("tada");
    await page.keyboard.press("Enter");
    const pill = card.getByRole("button", { name: "tada, 1" });
    await pill.click();
    await pill.waitFor({ state: "detached" });
  },
);

browserStory(
  "what one looks at survives a reload, and so does who one is",
  async ({ page }) => {
    await page.getByLabel("You are").selectOption({ label: "Will Okafor" });
    await page.getByRole("button", { name: "general" }).click();
    await page.reload();
    await page.getByRole("textbox", { name: "Message #general" }).waitFor();
    const chosen = await page.getByLabel("You are").evaluate((select) =>
      select instanceof HTMLSelectElement
        ? select.selectedOptions[0]?.textContent
        : null
    );
    assert.equal(chosen, "Will Okafor");
  },
);

browserStory(
  "on a narrow screen the two sides take turns",
  async ({ page }) => {
    const slack = page.getByRole("main", { name: /^Channel/ });
    const phones = page.getByRole("complementary", { name: "Phones" });
    await slack.waitFor();
    assert.equal(await phones.isVisible(), false);
    await page.getByRole("button", { name: "Phones" }).click();
    // What is alone on the screen is its main part.
    await page.getByRole("main", { name: "Phones" }).waitFor();
    assert.equal(await slack.isVisible(), false);
    const wide = await page.evaluate(() =>
      document.documentElement.scrollWidth > innerWidth
    );
    assert.equal(wide, false, "the page scrolls sideways");
  },
  { width: 390, height: 844 },
);
