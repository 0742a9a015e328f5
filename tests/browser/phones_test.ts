import { Buffer } from "node:buffer";
import { browserStory } from "./browser_story.ts";

const IMAGE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC",
  "base64",
);

browserStory(
  "a phone sends a picture, with words beside it",
  async ({ page, world }) => {
    const maya = page.getByRole("region", {
      name: "Maya's phone",
      exact: true,
    });
    await maya.getByRole("textbox").fill("like this one?");
    await maya.getByLabel("Send a picture from Maya's phone: files")
      .setInputFiles({ name: "b.png", mimeType: "image/png", buffer: IMAGE });
    const shown = maya.getByRole("img", { name: "Picture" });
    await page.waitForFunction(
      (image) => image instanceof HTMLImageElement && image.naturalWidth === 10,
      await shown.elementHandle(),
    );
    await maya.getByText("like this one?").waitFor();
    const [text] = world.carrier.messages.all();
    if (text?.media[0]?.content_type !== "image/png") {
      throw new Error("the carrier has no picture");
    }
  },
);

browserStory(
  "a phone replies STOP with a press, and START as well",
  async ({ page }) => {
    const noah = page.getByRole("region", {
      name: "Noah's phone",
      exact: true,
    });
    await noah.getByRole("button", { name: "More on Noah's phone" }).click();
    await page.getByRole("menuitem", { name: "Reply STOP" }).click();
    await noah.getByText("unsubscribed").waitFor();
    await noah.getByRole("button", { name: "More on Noah's phone" }).click();
    await page.getByRole("menuitem", { name: "Reply START" }).click();
    await noah.getByText("re-subscribed").waitFor();
  },
);

browserStory(
  "a phone can be off, a landline, new, and call the line",
  async ({ page }) => {
    const maya = page.getByRole("region", {
      name: "Maya's phone",
      exact: true,
    });
    await maya.getByRole("button", { name: "Call from Maya's phone" }).click();
    await maya.getByText("The line does not take calls.").waitFor();
    await maya.getByRole("button", { name: "Hang up" }).click();
    const state = maya.getByLabel("Maya's phone is");
    await state.selectOption("off");
    await maya.getByText("This phone is off.").waitFor();
    await state.selectOption("landline");
    await maya.getByText("A landline cannot text.").waitFor();
    await page.getByRole("complementary", { name: "Phones" })
      .getByRole("button", { name: "Phone", exact: true }).click();
    const form = page.getByRole("form", { name: "Add a phone" });
    await form.getByLabel("Name").fill("Priya");
    await form.getByLabel("Number").fill("+1 202 555 0143");
    await form.getByRole("button", { name: "Add" }).click();
    await page.getByRole("heading", { name: "Priya" }).waitFor();
  },
);
