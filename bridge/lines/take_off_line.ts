import type { Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { checkAdmin } from "./admins.ts";
import { copyChannel } from "./copy_channel.ts";

/**
 * Takes a line off: what comes to it is not shown any more, and nothing is texted from it. Its conversations stay where
 * they are, and go on if it is connected again.
 * @throws Refusal when they may not, or it is not connected any more.
 */
export async function takeOffLine(
  ends: Ends,
  line: E164,
  by: string,
): Promise<void> {
  await checkAdmin(ends, by);
  const { channels, conversations, lines, settings } = ends;
  const [[opening], all, current, connected] = await Promise.all([
    conversations.openings([line]),
    lines.all(),
    settings.read(),
    channels.all(),
  ]);
  if (!opening) {
    throw new Refusal(
      "This line is not connected any more.",
      "Somebody else may have taken it off just now.",
    );
  }
  const others = (await conversations.openings(all.map(({ number }) => number)))
    .filter((each) => each.line !== line);
  const next = current.defaultLine === line
    ? others[0]?.line ?? null
    : current.defaultLine;
  if (next !== current.defaultLine) {
    await settings.save({ defaultLine: next });
  }
  await conversations.removeOpening(line);
  await lines.remove(line);
  if (!next) return;
  // What is asked for in its channels is sent by another line from now on.
  for (const row of connected.filter((each) => each.line === line)) {
    await channels.save({ channel: row.channel, line: next });
    await copyChannel(ends, { ...row, line: next });
  }
}
