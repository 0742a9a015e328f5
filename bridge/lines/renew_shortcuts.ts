import type { Ends, Rules } from "../ports.ts";

/**
 * Remembers where the link triggers are by now, and the workspace itself: a deployment may have brought new ones, and
 * cards get their buttons and links.
 */
export async function renewShortcuts(
  { conversations, desk, errands }: Ends,
  before: Rules,
): Promise<void> {
  const [urls, address] = await Promise.all([
    errands.shortcutUrls(),
    desk.address(),
  ]);
  const isNews = [...urls].some(([workflow, url]) =>
    before.buttons[workflow] !== url
  );
  if (isNews || before.address !== address) {
    const buttons = Object.fromEntries(urls);
    await conversations.saveRules({ buttons, address });
  }
}
