import * as z from "zod/mini";
import { needChannel, scopesFor } from "../access.ts";
import { flag, text } from "../args.ts";
import { defineMethod } from "../method.ts";
import { shownChannel } from "../shown_channel.ts";

export const conversationsInfo = defineMethod({
  name: "conversations.info",
  scopes: scopesFor("read"),
  tier: 3,
  args: z.object({ channel: text, include_num_members: z.optional(flag) }),
  run(context, args) {
    const channel = needChannel(context, args.channel, "read");
    return {
      channel: {
        ...shownChannel(context.workspace, channel, context.caller.user_id),
        ...(args.include_num_members &&
          { num_members: channel.members.length }),
      },
    };
  },
});
