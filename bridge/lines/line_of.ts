import type { Ends, PlaceRow } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";

/**
 * The line that sends what is asked for in a channel: the channel's own, or the workspace's first; null if none is.
 * @param here what the channel is, where the caller wants to know that too.
 */
export async function lineOf(
  { places, settings }: Ends,
  channel: string | undefined,
  here: Promise<PlaceRow | null> | null = channel ? places.at(channel) : null,
): Promise<E164 | null> {
  const [row, { defaultLine }] = await Promise.all([here, settings.read()]);
  return row?.line ?? defaultLine;
}

/** Nothing can be texted, before the first line is connected and after the last one was taken off. */
export const noLine = () =>
  new Refusal(
    "No line is connected.",
    "Open Clerk from the / menu and connect one of your numbers first.",
  );
