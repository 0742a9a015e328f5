import { needOpenChannel } from "./access.ts";
import { type MethodContext, refuse, type Reply } from "./method.ts";
import { shownChannel } from "./shown_channel.ts";
import { needScope } from "./tokens.ts";

/** Characters that a topic or a purpose may have. */
const LONGEST = 250;

const OF_PRIVATE = ["groups:write", "groups:write.topic"];
const OF_PUBLIC = ["channels:manage", "channels:write.topic"];

/** What it takes to say what a channel is about. */
export const DESCRIBING: readonly string[] = [...OF_PUBLIC, ...OF_PRIVATE];

/** Says what a channel is about, or what it is for. */
export function describeChannel(
  context: MethodContext,
  id: string,
  what: "topic" | "purpose",
  words: string,
): Reply {
  const { workspace, caller } = context;
  const channel = needOpenChannel(context, id);
  needScope(caller, channel.is_private ? OF_PRIVATE : OF_PUBLIC);
  if (words.length > LONGEST) refuse("too_long");
  workspace.channels.describe(channel, what, words, caller.user_id);
  return { channel: shownChannel(workspace, channel, caller.user_id) };
}
