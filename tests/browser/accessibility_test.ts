import type { Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import {
  browserStory,
  galleryStory,
  type Look,
  NARROW,
} from "./browser_story.ts";

const LOOKS: [words: string, look: Look][] = [
  ["light", {}],
  ["dark", { dark: true }],
  ["narrow", NARROW],
  ["narrow and dark", { ...NARROW, dark: true }],
];

/** Where the dashboard leads to, besides the send form. */
const WAYS = [
  "Contacts",
  "Do Not Disturb",
  "Consent",
  "Lines & channels",
  "Usage",
  "Teamwork",
  "Settings",
];

/** Brings a side to the front, where only one has room. */
async function turnTo(page: Page, side: "Slack" | "Phones") {
  const tab = page.getByRole("button", { name: side, exact: true });
  if (await tab.isVisible()) await tab.click();
}

for (const [words, look] of LOOKS) {
  browserStory(
    `axe finds nothing wrong on what the dashboard leads to, ${words}`,
    async ({ page }) => {
      await turnTo(page, "Slack");
      const composer = page.getByRole("textbox", { name: "Message #texts" });
      await composer.fill("/clerk");
      await composer.press("Enter");
      for (const way of WAYS) {
        const button = page.getByRole("dialog").last()
          .getByRole("button", { name: way });
        await button.waitFor();
        await button.click();
        const view = page.getByRole("dialog").last();
        await view.getByRole("heading", { name: way }).first().waitFor();
        await view.getByText("One moment…").waitFor({ state: "detached" });
        await expectAccessible(page, `the dashboard's ${way}`);
        await view.getByRole("button", { name: "Back" }).first().click();
      }
    },
    look,
  );

  browserStory(
    `axe finds nothing wrong on any screen, ${words}`,
    async ({ page, world }) => {
      await expectAccessible(page, "an empty channel");
      await turnTo(page, "Phones");
      const field = page.getByRole("textbox", {
        name: "Text message from Maya",
      });
      await field.fill("Is my bike ready?");
      await field.press("Enter");
      await page.getByRole("button", { name: "Call from Maya's phone" })
        .click();
      await page.getByText("The line does not take calls.").waitFor();
      await page.getByLabel("Noah's phone is").selectOption("off");
      await page.getByRole("button", { name: "+ Phone" }).or(
        page.getByRole("button", { name: "Phone", exact: true }),
      ).last().click();
      await expectAccessible(page, "the phones");
      await page.getByRole("button", { name: "Inspector" }).click();
      for (
        const tab of [
          "Function runs",
          "Triggers",
          "API calls",
          "Carrier log",
          "Datastores",
        ]
      ) {
        await page.getByRole("tab", { name: tab }).click();
        await page.getByRole("tabpanel").getByRole("table").or(
          page.getByText("nothing yet"),
        ).first().waitFor();
        await expectAccessible(page, `the inspector's ${tab}`);
      }
      await page.getByRole("button", { name: "Close inspector" }).click();

      await turnTo(page, "Slack");
      const { messages, people, channels } = world.slack.workspace;
      messages.post({
        channel: channels.byName("general")?.id ?? "",
        user: people.find("will")?.id ?? "",
        text: `<@${people.find("dana")?.id}> *look*`,
      });
      await page.getByRole("region", { name: "Notifications" })
        .getByText("Will Okafor").waitFor();
      await expectAccessible(page, "a notification");
      await page.getByRole("button", { name: "Dismiss" }).click();
      await page.getByRole("button", { name: "1 reply" }).click();
      await page.getByRole("complementary", { name: "Thread" })
        .getByText("Is my bike ready?").waitFor();
      await expectAccessible(page, "a thread");
      await page.getByRole("button", { name: "Close thread" }).click();
      await page.getByRole("button", { name: /Pinned messages/ }).click();
      await expectAccessible(page, "the pins");
      await page.getByRole("button", { name: "Close pins" }).click();
      const composer = page.getByRole("textbox", { name: "Message #texts" });
      await composer.fill("/");
      await page.getByRole("listbox", { name: "Shortcuts" }).waitFor();
      await expectAccessible(page, "the / menu");
      await composer.fill("/clerk");
      await composer.press("Enter");
      const modal = page.getByRole("dialog");
      const open = modal.getByRole("button", { name: /Send Text/ });
      await open.waitFor();
      await expectAccessible(page, "the dashboard");
      await open.click();
      await modal.getByLabel("Phone number").fill("1");
      await modal.getByRole("button", { name: "Send", exact: true }).click();
      await modal.getByText("Please complete this required field.").waitFor();
      await expectAccessible(page, "a form with faults");
    },
    look,
  );

  galleryStory(
    `axe finds nothing wrong with any block, ${words}`,
    async ({ page }) => {
      const composer = page.getByRole("textbox", { name: "Message #general" });
      await composer.fill("/gallery");
      await composer.press("Enter");
      const modal = page.getByRole("dialog");
      await modal.getByRole("heading", { name: "Gallery" }).waitFor();
      await expectAccessible(page, "a form of every field");
      await modal.getByLabel("Colours (optional)", { exact: true }).click();
      await expectAccessible(page, "a list that is open");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await modal.waitFor({ state: "detached" });
      await expectAccessible(page, "a message of every block");
      await page.getByRole("button", { name: "Risk it" }).click();
      await expectAccessible(page, "a question");
    },
    look,
  );
}
