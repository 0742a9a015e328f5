import type { Locator, Page } from "playwright-core";
import type { World } from "../../emulator/world.ts";

/** Opens the form with a field of every kind. */
export async function openGallery(page: Page): Promise<Locator> {
  const composer = page.getByRole("textbox", { name: "Message #general" });
  await composer.fill("/gallery");
  await composer.press("Enter");
  const modal = page.getByRole("dialog");
  await modal.getByRole("heading", { name: "Gallery" }).waitFor();
  return modal;
}

/** Hears the app: gives the next thing it says that begins so, read. */
export function hearing({ slack }: World) {
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
export async function pick(
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
