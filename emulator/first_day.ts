import type { Clock } from "./clock.ts";
import { DeskHand } from "./desk_hand.ts";

/**
 * What an admin does on the first day, before anybody can text: connects the line.
 * @param lookEvery how often they look for a form (milliseconds), if not as people do.
 */
export async function firstDay(
  world: { clock: Clock; fetch(request: Request): Promise<Response> },
  line: string,
  lookEvery?: number,
): Promise<void> {
  const dana = new DeskHand(world, "dana", lookEvery);
  await dana.press("Clerk", "texts");
  await dana.click("Connect a line");
  await dana.submit("Connect a line", {
    "Phone number": line,
    "Channel": await dana.channelId("texts"),
  });
  await dana.closeAll();
}
