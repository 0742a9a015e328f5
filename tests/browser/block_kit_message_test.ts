import assert from "node:assert/strict";
import { galleryStory } from "./browser_story.ts";
import { hearing, openGallery, pick } from "./gallery.ts";

galleryStory(
  "what is pressed and chosen under a message reaches the app",
  async ({ page, world }) => {
    const said = hearing(world);
    const modal = await openGallery(page);
    await page.keyboard.press("Escape");
    await modal.waitFor({ state: "detached" });
    const card = page.getByRole("main").getByRole("listitem")
      .filter({ hasText: "A header" });
    await card.getByText("rich 🚀").waitFor();
    await card.getByRole("img", { name: "a teal square" }).waitFor();
    await card.getByText("Loud", { exact: true }).waitFor();
    await card.getByRole("link", { name: "Play A film" }).waitFor();
    await card.getByText("made Nov 18, 2026").waitFor();
    const did = async (action: string, key: string) => {
      const deed = await said("did");
      assert.equal(deed.action_id, action);
      return deed[key];
    };

    await card.getByRole("button", { name: "Press" }).click();
    assert.equal(await did("button", "value"), "pressed");

    await card.getByRole("button", { name: "Risk it" }).click();
    const question = page.getByRole("dialog", { name: "Really?" });
    await question.getByRole("button", { name: "Leave it" }).click();
    await question.waitFor({ state: "detached" });
    await card.getByRole("button", { name: "Risk it" }).click();
    await question.getByRole("button", { name: "Do it" }).click();
    assert.equal(await did("risky", "value"), "risked");

    await card.getByRole("button", { name: "More options" }).click();
    await page.getByRole("menuitem", { name: "Move" }).click();
    const valueOf = (chosen: unknown) => JSON.stringify(chosen);
    assert.match(valueOf(await did("overflow", "selected_option")), /"move"/);

    await pick(page, card.getByRole("combobox", { name: "A colour" }), "Blue");
    const colour = await did("static_select", "selected_option");
    assert.match(valueOf(colour), /"blue"/);
    await pick(
      page,
      card.getByRole("combobox", { name: "A town" }),
      "Porto",
      "p",
    );
    const town = await did("external_select", "selected_option");
    assert.match(valueOf(town), /"porto"/);
    await pick(
      page,
      card.getByRole("combobox", { name: "A person" }),
      "Ana Duarte",
    );
    assert.match(String(await did("users_select", "selected_user")), /^U0/);
    await pick(
      page,
      card.getByRole("combobox", { name: "A channel" }),
      "texts",
    );
    assert.match(
      String(await did("channels_select", "selected_channel")),
      /^C0/,
    );
    await card.getByLabel("Choose").fill("2026-12-24");
    await question.getByRole("button", { name: "Do it" }).click();
    assert.equal(await did("datepicker", "selected_date"), "2026-12-24");
    const several = card.getByRole("combobox", { name: "Several colours" });
    await pick(page, several, "Red");
    await pick(page, several, "Green");
    await several.press("Escape");
    const colours = await did("multi_static_select", "selected_options");
    assert.match(valueOf(colours), /"red".*"green"/);
  },
);
