import type { Ends } from "../ports.ts";
import { addressedTo, internalNote } from "../sms/notes.ts";
import { tsToMs } from "../sms/place.ts";
import { modeAt } from "../sms/reply_mode.ts";

/**
 * The words of a reply that are to be texted, with Slack's mark-up but without the mention of the app that it begins
 * with; null for one that stays inside. It is judged by the mode of its channel when it was written, so that nothing
 * written for colleagues is texted because of a later switch.
 */
export async function wordsToText(
  { desk }: Pick<Ends, "desk">,
  { ts, text }: { ts: string; text: string },
  switches: number[],
): Promise<string | null> {
  if (internalNote(text) !== null) return null;
  const words = await withoutMention(desk, text);
  if (words !== null) return words;
  return modeAt(switches, tsToMs(ts)) === "all" ? text : null;
}

/** What follows the mention of the app; null where there is none. Its id is asked for only if there may be one. */
export async function withoutMention(
  desk: Pick<Ends["desk"], "ownId">,
  text: string,
): Promise<string | null> {
  return text.includes("<@") ? addressedTo(text, await desk.ownId()) : null;
}
