import { browserStory, NARROW } from "./browser_story.ts";
import { picture } from "./picture.ts";
import type { Page } from "playwright-core";

/** The pictures of the README; they are only kept where the suite was asked to: `PICTURES=1 deno task test:browser`. */

/** A little smaller than usual: a picture's weight is its ground. */
const WIDE = { width: 1200, height: 740 };

async function textBackAndForth(page: Page) {
  const phones = page.getByRole("button", { name: "Phones", exact: true });
  if (await phones.isVisible()) await phones.click();
  const field = page.getByRole("textbox", { name: "Text message from Maya" });
  await field.fill("Hi! Is my bike ready? 🚲");
  await field.press("Enter");
  const slack = page.getByRole("button", { name: "Slack", exact: true });
  if (await slack.isVisible()) await slack.click();
  await page.getByRole("button", { name: "1 reply" }).click();
  const thread = page.getByRole("complementary", { name: "Thread" });
  const reply = thread.getByRole("textbox", { name: "Reply…" });
  await reply.fill("It is! We are open until six 😃");
  await reply.press("Enter");
  await thread.getByRole("button", { name: /vibration_mode, 1/ }).waitFor();
  await thread.getByRole("button", { name: /hourglass/ })
    .waitFor({ state: "detached" });
}

for (const dark of [false, true]) {
  browserStory(
    `a thread, and the phone at its other end, ${dark ? "dark" : "light"}`,
    async ({ page }) => {
      await textBackAndForth(page);
      await picture(page, dark ? "demo_dark" : "demo");
    },
    { ...WIDE, dark },
  );
}

browserStory("the dashboard lists who waits", async ({ page }) => {
  for (const name of ["Maya", "Noah"]) {
    const field = page.getByRole("textbox", {
      name: `Text message from ${name}`,
    });
    await field.fill("Is my bike ready?");
    await field.press("Enter");
  }
  await page.getByRole("button", { name: "1 reply" }).nth(1).waitFor();
  await page.getByRole("button", { name: "Pinned messages: 2" }).waitFor();
  const composer = page.getByRole("textbox", { name: "Message #texts" });
  await composer.fill("/clerk");
  await composer.press("Enter");
  await page.getByRole("dialog").getByText("Waiting for an answer").waitFor();
  await picture(page, "dashboard");
}, WIDE);

browserStory("the same fits a narrow screen", async ({ page }) => {
  await textBackAndForth(page);
  await picture(page, "narrow");
}, NARROW);

browserStory("the inspector shows a run call by call", async ({ page }) => {
  await textBackAndForth(page);
  await page.getByRole("button", { name: "Inspector" }).click();
  await page.getByRole("table", { name: /API calls/ }).waitFor();
  await picture(page, "inspector");
}, WIDE);
