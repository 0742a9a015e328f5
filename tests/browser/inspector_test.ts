import assert from "node:assert/strict";
import { browserStory } from "./browser_story.ts";

browserStory(
  "the inspector shows each run with its inputs, outputs and calls, those to the carrier too",
  async ({ page }) => {
    const field = page.getByRole("textbox", { name: "Text message from Maya" });
    await field.fill("hello");
    await field.press("Enter");
    await page.getByRole("button", { name: "1 reply" }).waitFor();
    await page.getByRole("button", { name: "Inspector" }).click();
    const inspector = page.getByRole("region", { name: "Inspector" });
    await inspector.getByRole("button", { name: /handle_inbound/ }).click();
    const run = inspector.getByRole("article", { name: /handle_inbound/ });
    await run.getByText("started by the webhook trigger").waitFor();
    await run.getByText('"message_sid"').waitFor();
    const calls = run.getByRole("table", { name: /API calls/ });
    await calls.getByRole("row", { name: /chat\.postMessage ok/ }).first()
      .waitFor();
    await calls.getByRole("row", { name: /GET \/Messages.* ok/ }).first()
      .waitFor();

    await page.keyboard.press("Escape");
    assert.equal(await inspector.count(), 0);
  },
);

browserStory(
  "the inspector shows triggers, webhooks, tables, and why a call was refused",
  async ({ page, world }) => {
    const field = page.getByRole("textbox", { name: "Text message from Maya" });
    await field.fill("hello");
    await field.press("Enter");
    await page.getByRole("button", { name: "1 reply" }).waitFor();
    await world.fetch(
      new Request("http://desk/api/chat.postMessage", {
        method: "POST",
        headers: {
          authorization: `Bearer ${world.slack.tokens.issueLasting()}`,
          "content-type": "application/json",
        },
        body: JSON.stringify({
          channel: world.slack.workspace.channels.byName("texts")?.id,
          blocks: [{ type: "sektion" }],
        }),
      }),
    );
    await page.getByRole("button", { name: "Inspector" }).click();
    const inspector = page.getByRole("region", { name: "Inspector" });
    const tab = (name: string) => inspector.getByRole("tab", { name }).click();
    await tab("Triggers");
    await inspector.getByRole("row", { name: /webhook handle_inbound/ })
      .waitFor();
    await tab("API calls");
    await inspector.getByRole("row", { name: /invalid_blocks/ })
      .getByText("unsupported type: sektion").waitFor();
    await tab("Carrier log");
    await inspector.getByRole("row", { name: /inbound SM\w+ taken/ }).waitFor();
    await tab("Datastores");
    await inspector.getByRole("cell", { name: "+14155550100:+14155550142" })
      .first().waitFor();
  },
);
