import assert from "node:assert/strict";
import { browserStory, NARROW } from "./browser_story.ts";

for (const look of [{}, NARROW]) {
  const where = "width" in look ? "on a narrow screen" : "on a wide screen";
  browserStory(
    `the story plays to its end ${where}`,
    async ({ page, origin }) => {
      await page.goto(
        `${origin}/?pace=25${"width" in look ? "#tab=phones" : ""}`,
      );
      await page.getByRole("button", { name: "Story" }).click();
      const captions = page.getByRole("region", { name: "Story" });
      const words = captions.getByRole("status");
      await captions.getByRole("button", { name: "Close" }).waitFor({
        timeout: 60_000,
      });
      assert.match(await words.innerText(), /That was all/);
      await captions.getByRole("button", { name: "Close" }).click();
      assert.equal(await captions.count(), 0);
    },
    look,
  );
}

browserStory("the story can be paused, and skipped", async ({ page }) => {
  await page.getByRole("button", { name: "Story" }).click();
  const captions = page.getByRole("region", { name: "Story" });
  await captions.getByText("Maya has a question").waitFor();
  await captions.getByRole("button", { name: "Pause" }).click();
  const field = page.getByRole("textbox", { name: "Text message from Maya" });
  await page.waitForTimeout(4500);
  assert.equal(await field.inputValue(), "");
  await captions.getByRole("button", { name: "Go on" }).click();
  await page.waitForFunction(
    (element) => element instanceof HTMLTextAreaElement && element.value !== "",
    await field.elementHandle(),
  );
  await captions.getByRole("button", { name: "Skip" }).click();
  assert.equal(await captions.count(), 0);
});
