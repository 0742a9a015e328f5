import * as z from "zod/mini";
import { needChannel } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownChannel } from "../shown_channel.ts";

export const conversationsJoin = defineMethod({
  name: "conversations.join",
  scopes: ["channels:join"],
  tier: 3,
  args: z.object({ channel: text }),
  run(context, args) {
    const { workspace, caller } = context;
    const channel = needChannel(context, args.channel);
    if (channel.is_private) refuse("method_not_supported_for_channel_type");
    if (channel.is_archived) refuse("is_archived");
    const joined = workspace.channels.join(channel, caller.user_id);
    return {
      channel: shownChannel(workspace, channel, caller.user_id),
      ...(!joined && {
        warning: "already_in_channel",
        response_metadata: { warnings: ["already_in_channel"] },
      }),
    };
  },
});
