import type { Channel } from "./channels.ts";
import { type MethodContext, refuse } from "./method.ts";

/** "Avoid using a reply's ts value; use its parent instead": a reply's own ts is refused. */
export function threadOf(
  { workspace }: MethodContext,
  channel: Channel,
  ts: string | undefined,
): string | undefined {
  if (!ts) return undefined;
  const parent = workspace.messages.get(channel.id, ts);
  if (!parent) return refuse("thread_not_found");
  if (parent.thread_ts) refuse("cannot_reply_to_message");
  return ts;
}
