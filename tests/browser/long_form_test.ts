import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { expectAccessible } from "./axe.ts";
import { NARROW, shelfStory } from "./browser_story.ts";

for (const [words, look] of [["wide", {}], ["narrow", NARROW]] as const) {
  shelfStory(
    `a form of a hundred blocks is searched, shortened and given a file, ${words}`,
    async ({ page }) => {
      const composer = page.getByRole("textbox", { name: "Message #general" });
      await composer.fill("/shelf");
      await composer.press("Enter");
      const modal = page.getByRole("dialog");
      await modal.getByText("98 books").waitFor();

      const search = modal.getByRole("combobox");
      await search.fill("Book 7");
      await modal.getByRole("option", { name: "Book 79" }).waitFor();
      assert.equal(await modal.getByRole("option").count(), 11);
      await expectAccessible(page, "a search in a form");
      await search.fill("no such book");
      await modal.getByText("No results").waitFor();
      await search.press("Escape");

      await modal.getByRole("button", { name: "More options" }).nth(97).click();
      await page.getByRole("menuitem", { name: "Throw away" }).click();
      await modal.getByText("97 books").waitFor();
      assert.equal(await modal.getByText("Book 97").count(), 0);

      await modal.getByRole("button", { name: "Add books" }).click();
      await modal.getByRole("heading", { name: "Add books" }).waitFor();
      await modal.getByLabel("A list, one book a line").setInputFiles({
        name: "books.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("Emma\nUlysses\n"),
      });
      await modal.getByText("books.csv").waitFor();
      await expectAccessible(page, "a form with a file");
      await modal.getByRole("button", { name: "Add", exact: true }).click();
      await modal.getByText("2 books").waitFor();
      await modal.getByText("Ulysses").waitFor();
    },
    look,
  );
}
