import type { CarrierLine, Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { checkAdmin } from "./admins.ts";
import { adoptTimeZone } from "./adopt_time_zone.ts";
import { connectChannel } from "./connect_channel.ts";

/** How a line is to be. */
export interface LineWish {
  line: E164;
  /** Where its new conversations begin. */
  channel: string;
  /** What it is called; as before where nothing is said. */
  name?: string;
  /** Whether it sends when no line is named. */
  isDefault?: boolean;
}

/**
 * Connects one of the account's numbers to a channel: its new conversations begin there, and replies there are
 * texted. Safe to repeat; a second call renames the line or moves its new conversations to another channel. A number
 * that nobody is told of yet rings here from now on; one that points elsewhere is left as it is.
 * @param by who connects it: the first one to do so is Clerk's first admin.
 * @returns the number at the carrier.
 * @throws Refusal when they may not, the number is not the account's or cannot text, or Slack does not let the app into
 * the channel.
 */
export async function connectLine(
  ends: Ends,
  { line, channel, name, isDefault = false }: LineWish,
  by: string,
): Promise<CarrierLine> {
  const { carrier, clock, desk, errands } = ends;
  const [found, current, urls, address, [opening]] = await Promise.all([
    carrier.line(line),
    ends.settings.read(),
    errands.shortcutUrls(),
    desk.address(),
    ends.conversations.openings([line]),
    checkAdmin(ends, by),
  ]);
  const owned = found ?? await refuseUnowned(ends, line);
  checkCanText(owned);
  const listeners = await connectChannel(ends, channel, line);
  const since = opening?.since ?? clock.now();
  const isFirst = current.defaultLine === null;
  const begin = async () => {
    // The list before the opening: a line that has only that is taken for connected, and no catch-up looks after it.
    if (!opening) await ends.lines.save({ number: line, settledUntil: since });
    await ends.conversations.saveOpening({
      line,
      name: name ?? opening?.name ?? "",
      channel,
      since,
    });
  };
  await Promise.all([
    begin(),
    ends.conversations.saveRules({
      address,
      buttons: Object.fromEntries(urls),
    }),
    ends.settings.save({
      listeners,
      ...(current.admins.length > 0 ? {} : { admins: [by] }),
      ...(isDefault || isFirst ? { defaultLine: line } : {}),
      dashboardUrl: urls.get("clerk") ?? null,
      retryUrl: urls.get("deliver_text") ?? null,
    }),
    owned.rings === "nowhere" ? carrier.pointHere(owned) : undefined,
    current.admins.length > 0 ? undefined : adoptTimeZone(ends, by),
  ]);
  return owned.rings === "nowhere" ? { ...owned, rings: "here" } : owned;
}

/** @throws Refusal, for a number that the account does not have. */
async function refuseUnowned({ carrier }: Ends, number: E164): Promise<never> {
  const hasNone = (await carrier.lines()).length === 0;
  throw new Refusal(
    hasNone
      ? "The Twilio account has no number yet."
      : `${number} is not a number of the Twilio account.`,
    hasNone
      ? "Get one with SMS at Twilio, then connect it here."
      : "Check the number, or the account that Clerk was set up with.",
    false,
    "line",
  );
}

function checkCanText({ canText, number }: CarrierLine): void {
  if (canText) return;
  throw new Refusal(
    `${number} cannot text: at Twilio it is a number for calls only.`,
    "Choose a number with SMS, or get one at Twilio.",
    false,
    "line",
  );
}
