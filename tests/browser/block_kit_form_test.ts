import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { galleryStory } from "./browser_story.ts";
import { hearing, openGallery, pick } from "./gallery.ts";

galleryStory(
  "a form's fields of every kind give the app what Slack would",
  async ({ page, world }) => {
    const said = hearing(world);
    const modal = await openGallery(page);
    const field = (label: string) => modal.getByLabel(label, { exact: true });
    await field("Name").fill("Maya");
    await field("Story (optional)").fill("two\nlines");
    await field("Age (optional)").fill("42");
    await field("Mail (optional)").fill("maya@example.com");
    await field("Site (optional)").fill("https://example.com");
    await field("Words (optional)").fill("rich words");
    await pick(page, field("Colour (optional)"), "Green");
    await pick(page, field("Colours (optional)"), "Red");
    await pick(page, field("Colours (optional)"), "Blue");
    await pick(page, field("Town (optional)"), "Oslo", "o");
    await pick(page, field("Towns (optional)"), "Osaka", "os");
    await pick(page, field("Towns (optional)"), "Porto", "p");
    await pick(page, field("Person (optional)"), "Will Okafor", "will");
    await pick(page, field("People (optional)"), "Ana Duarte");
    await pick(page, field("People (optional)"), "Dana Reyes");
    await pick(page, field("Channel (optional)"), "texts");
    await pick(page, field("Channels (optional)"), "general");
    await pick(page, field("Talk (optional)"), "general");
    await pick(page, field("Talks (optional)"), "texts");
    await page.keyboard.press("Escape");
    await modal.getByRole("group").getByLabel("Red").check();
    await modal.getByRole("group").getByLabel("Blue").check();
    await modal.getByRole("radiogroup").getByLabel("Green").check();
    await field("Day (optional)").fill("2026-12-24");
    await field("Hour (optional)").fill("17:05");
    await field("Moment (optional)").fill("2026-12-24T17:05");
    await field("Papers (optional)").setInputFiles({
      name: "paper.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("words"),
    });
    await modal.getByText("paper.txt").waitFor();
    await modal.getByRole("button", { name: "Submit" }).click();
    await modal.waitFor({ state: "detached" });

    const { workspace } = world.slack;
    const person = (name: string) => workspace.people.find(name)?.id;
    const channel = (name: string) => workspace.channels.byName(name)?.id;
    assert.deepEqual(await said("got"), {
      plain_text_input: "Maya",
      story: "two\nlines",
      number_input: "42",
      email_text_input: "maya@example.com",
      url_text_input: "https://example.com",
      rich_text_input: "rich words",
      grouped: "green",
      multi_static_select: ["red", "blue"],
      external_select: "oslo",
      multi_external_select: ["osaka", "porto"],
      users_select: person("will"),
      multi_users_select: [person("ana"), person("dana")],
      channels_select: channel("texts"),
      multi_channels_select: [channel("general")],
      conversations_select: channel("general"),
      multi_conversations_select: [channel("texts")],
      checkboxes: ["red", "blue"],
      radio_buttons: "green",
      datepicker: "2026-12-24",
      timepicker: "17:05",
      datetimepicker: Date.parse("2026-12-24T17:05:00-08:00") / 1000,
      file_input: ["paper.txt"],
    });
  },
);

galleryStory(
  "a press in a form tells the app all that was typed, and keeps it",
  async ({ page, world }) => {
    const said = hearing(world);
    const modal = await openGallery(page);
    await modal.getByLabel("Name", { exact: true }).fill("Noah");
    await modal.getByRole("group").getByLabel("Red").check();
    await modal.getByRole("button", { name: "Look at all" }).click();
    await modal.getByRole("heading", { name: "Seen" }).waitFor();
    assert.equal(
      await modal.getByLabel("Name", { exact: true }).inputValue(),
      "Noah",
    );
    await page.keyboard.press("Escape");
    await modal.waitFor({ state: "detached" });
    assert.deepEqual(await said("saw"), {
      plain_text_input: "Noah",
      checkboxes: ["red"],
    });
  },
);

galleryStory(
  "forms lie upon forms, and what is wrong in one stands under its field",
  async ({ page }) => {
    const modal = await openGallery(page);
    await modal.getByLabel("Age (optional)").fill("4.5");
    await modal.getByLabel("Mail (optional)").fill("nobody");
    await modal.getByRole("button", { name: "Submit" }).click();
    await modal.getByText("Please complete this required field.").waitFor();
    await modal.getByText("Enter a whole number.").waitFor();
    await modal.getByText("Enter a valid email.").waitFor();
    assert.ok(
      await modal.getByLabel("Name", { exact: true }).evaluate((field) =>
        field === document.activeElement
      ),
    );
    await modal.getByRole("button", { name: "Go deeper" }).click();
    await modal.getByRole("heading", { name: "Deeper" }).waitFor();
    const depth = modal.getByLabel("Depth (optional)");
    assert.ok(
      await depth.evaluate((field) => field === document.activeElement),
      "the field that asks for the focus has it",
    );
    await depth.fill("shallow");
    await modal.getByRole("button", { name: "Done" }).click();
    await modal.getByText("Deeper than that, please.").waitFor();
    await depth.fill("deep");
    await modal.getByRole("button", { name: "Done" }).click();
    await modal.getByRole("heading", { name: "Gallery" }).waitFor();
    assert.equal(await modal.getByLabel("Age (optional)").inputValue(), "4.5");
  },
);

galleryStory(
  "what is wrong stays said while the app changes the form, and Escape twice closes once",
  async ({ page }) => {
    const modal = await openGallery(page);
    await modal.getByRole("button", { name: "Submit" }).click();
    const fault = modal.getByText("Please complete this required field.");
    await fault.waitFor();
    await modal.getByRole("button", { name: "Look at all" }).click();
    await modal.getByRole("heading", { name: "Seen" }).waitFor();
    await fault.waitFor();
    await modal.getByLabel("Name", { exact: true }).fill("Maya");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await modal.waitFor({ state: "detached" });
    await page.getByText("A header").waitFor();
    assert.equal(await page.getByText("is no longer open").count(), 0);
  },
);
