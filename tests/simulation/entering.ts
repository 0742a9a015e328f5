import type { World } from "../../emulator/world.ts";

/** Lets somebody look into every channel, also those that were made lately; nobody hears of it. */
export function enterAll({ slack }: World, person: string): void {
  const { channels } = slack.workspace;
  for (const channel of channels.all()) {
    if (!channel.is_im) channels.join(channel, person);
  }
}
