import type { Known, Opening } from "../ports.ts";
import { routeFor } from "../sms/route.ts";

/**
 * Where a new conversation begins: where the rules say, or in its line's own channel.
 * @param text the first text; null where a teammate or a workflow begins.
 */
export function routedChannel(
  { channel, closed }: Opening,
  { rules, standing }: Pick<Known, "rules" | "standing">,
  text: string | null,
): string {
  const route = routeFor(rules.routes, text, standing.tags);
  return route && !closed.includes(route.channel) ? route.channel : channel;
}
