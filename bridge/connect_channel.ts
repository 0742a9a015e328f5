import type { Ends } from "./ports.ts";
import type { E164 } from "./sms/e164.ts";

/**
 * Listens to a channel, so that replies in its threads are texted. The settings have no lock: where two runs connect
 * channels at once and one writes over the other, catch-up connects the lost one again.
 * @throws Refusal when Slack does not let the app in.
 */
export async function connectChannel(
  { desk, places, settings }: Ends,
  channel: string,
  line: E164,
): Promise<void> {
  await places.saveChannel(channel, line);
  const current = await settings.read();
  const listeners = await desk.listen(channel, current.listeners);
  await settings.save({ ...current, listeners });
}
