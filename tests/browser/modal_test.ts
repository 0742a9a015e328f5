import assert from "node:assert/strict";
import { browserStory } from "./browser_story.ts";

browserStory(
  "a shortcut typed after a slash opens its modal, and its form sends a text",
  async ({ page }) => {
    const composer = page.getByRole("textbox", { name: "Message #texts" });
    await composer.fill("/clerk");
    await composer.press("Enter");
    const modal = page.getByRole("dialog");
    await modal.getByRole("button", { name: /Send Text/ }).click();
    await modal.getByLabel("Phone number").fill("415 555 0142");
    await modal.getByLabel("Message").fill("Your bike is ready.");
    await modal.getByRole("button", { name: "Send", exact: true }).click();
    const phone = page.getByRole("region", { name: "Texts on Maya's phone" });
    await phone.getByText("Your bike is ready.").waitFor();
  },
);

browserStory(
  "what is wrong stands under its field, and the focus goes there",
  async ({ page }) => {
    const composer = page.getByRole("textbox", { name: "Message #texts" });
    await composer.fill("/clerk");
    await composer.press("Enter");
    const modal = page.getByRole("dialog");
    await modal.getByRole("button", { name: /Send Text/ }).click();
    await modal.getByLabel("Message").fill("kept");
    await modal.getByRole("button", { name: "Send", exact: true }).click();
    const field = modal.getByLabel("Phone number");
    await page.getByText("Please complete this required field.").waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.equal(await modal.getByLabel("Message").inputValue(), "kept");
    await page.keyboard.press("Escape");
    await modal.waitFor({ state: "detached" });
  },
);
