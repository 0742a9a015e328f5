import { checkAdmin } from "./admins.ts";
import type { Ends } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import type { E164 } from "./sms/e164.ts";

/**
 * Connects one of the account's numbers to a channel: its new conversations begin there, and replies there are
 * texted. Safe to repeat; a second call moves the line's new conversations to another channel.
 * @param by who connects it: the first one to do so is Clerk's first admin.
 * @throws Refusal when they may not, the number is not the account's, or Slack does not let the app into the channel.
 */
export async function connectLine(
  ends: Ends,
  line: E164,
  channel: string,
  by: string,
): Promise<void> {
  await checkAdmin(ends, by);
  const { carrier, clock, desk } = ends;
  const [owned, current, urls, [opening]] = await Promise.all([
    carrier.owns(line),
    ends.settings.read(),
    desk.shortcutUrls(),
    ends.conversations.openings([line]),
  ]);
  if (!owned) {
    throw new Refusal(
      `${line} is not a number of the Twilio account.`,
      "Check the number, or the account that Clerk was set up with.",
      false,
      "line",
    );
  }
  const listeners = await desk.listen(channel, current.listeners);
  const since = opening?.since ?? clock.now();
  await Promise.all([
    ends.conversations.saveOpening({ line, channel, since }),
    ends.conversations.saveRules({ buttons: Object.fromEntries(urls) }),
    ends.places.saveChannel(channel, line),
    opening
      ? undefined
      : ends.lines.save({ number: line, settledUntil: since }),
    ends.settings.save({
      ...current,
      listeners,
      admins: current.admins.length > 0 ? current.admins : [by],
      defaultLine: current.defaultLine ?? line,
      dashboardUrl: urls.get("clerk") ?? null,
      retryUrl: urls.get("deliver_text") ?? null,
    }),
  ]);
}
