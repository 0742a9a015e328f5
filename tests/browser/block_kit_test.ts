import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import type { World } from "../../emulator/world.ts";
import { galleryStory } from "./browser_story.ts";

async function openGallery(page: Page): Promise<Locator> {
  const composer = page.getByRole("textbox", { name: "Message #general" });
  await composer.fill("/gallery");
  await composer.press("Enter");
  const modal = page.getByRole("dialog");
  await modal.getByRole("heading", { name: "Gallery" }).waitFor();
  return modal;
}

/** Hears the app: gives the next thing it says that begins so, read. */
function hearing({ slack }: World) {
  let heard = "";
  return async (word: string): Promise<Record<string, unknown>> => {
    const channel = slack.workspace.channels.byName("general")?.id ?? "";
    for (let tries = 0; tries < 100; tries++) {
      const found = slack.workspace.messages.inChannel(channel)
        .find(({ ts, text }) => ts > heard && text.startsWith(`${word} {`));
      if (found) {
        heard = found.ts;
        // Slack puts addresses in angle brackets.
        const text = found.text.replace(/<(https?:[^>]*)>/g, "$1");
        return JSON.parse(text.slice(word.length + 1));
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The app never said “${word}”.`);
  };
}

/** Opens a list by its field and takes an option. */
async function pick(
  page: Page,
  field: Locator,
  option: string,
  typed?: string,
) {
  await field.click();
  if (typed) await field.pressSequentially(typed);
  await page.getByRole("listbox")
    .getByRole("option", { name: option, exact: true }).click();
}

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
