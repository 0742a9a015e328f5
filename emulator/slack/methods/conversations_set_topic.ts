import * as z from "zod/mini";
import { needOpenChannel } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownChannel } from "../shown_channel.ts";
import { needScope } from "../tokens.ts";

/** Characters that a topic may have. */
const LONGEST = 250;

export const conversationsSetTopic = defineMethod({
  name: "conversations.setTopic",
  scopes: [
    "channels:manage",
    "channels:write.topic",
    "groups:write",
    "groups:write.topic",
  ],
  tier: 2,
  args: z.object({ channel: text, topic: text }),
  run(context, args) {
    const { workspace, caller } = context;
    const channel = needOpenChannel(context, args.channel);
    needScope(
      caller,
      channel.is_private
        ? ["groups:write", "groups:write.topic"]
        : ["channels:manage", "channels:write.topic"],
    );
    if (args.topic.length > LONGEST) refuse("too_long");
    workspace.channels.describe(channel, "topic", args.topic, caller.user_id);
    return { channel: shownChannel(workspace, channel, caller.user_id) };
  },
});
