import type { Ends } from "./ports.ts";

/** Remembers where the link triggers are by now: a deployment may have brought new ones, and cards get their buttons. */
export async function renewShortcuts(
  { conversations, desk }: Ends,
): Promise<void> {
  const [{ buttons }, urls] = await Promise.all([
    conversations.rules(),
    desk.shortcutUrls(),
  ]);
  const isNews = [...urls].some(([workflow, url]) => buttons[workflow] !== url);
  if (isNews) {
    await conversations.saveRules({ buttons: Object.fromEntries(urls) });
  }
}
