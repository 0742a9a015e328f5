import type { Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";

/** The line that sends what is asked for in a channel: the channel's own, or the workspace's first; null if none is. */
export async function lineOf(
  { places, settings }: Ends,
  channel: string | undefined,
): Promise<E164 | null> {
  const [row, { defaultLine }] = await Promise.all([
    channel ? places.at(channel) : null,
    settings.read(),
  ]);
  return row?.line ?? defaultLine;
}

/** Nothing can be texted, before the first line is connected and after the last one was taken off. */
export const NO_LINE = new Refusal(
  "No line is connected.",
  "Open Clerk from the / menu and connect one of your numbers first.",
);
