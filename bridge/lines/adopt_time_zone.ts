import type { Ends } from "../ports.ts";
import { isTimeZone } from "../sms/month.ts";

/** Takes the time zone of who connects the first line as the workspace's own. */
export async function adoptTimeZone(
  { conversations, desk }: Ends,
  person: string,
): Promise<void> {
  const timeZone = await desk.timeZoneOf(person);
  if (!isTimeZone(timeZone)) return;
  await conversations.saveRules({ timeZone });
}
