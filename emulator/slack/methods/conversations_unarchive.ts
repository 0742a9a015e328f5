import * as z from "zod/mini";
import { needChannel, needManage, needMember } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

export const conversationsUnarchive = defineMethod({
  name: "conversations.unarchive",
  scopes: ["channels:manage", "groups:write"],
  tier: 2,
  args: z.object({ channel: text }),
  run(context, args) {
    const channel = needChannel(context, args.channel);
    needManage(context, channel.is_private);
    if (!channel.is_archived) refuse("not_archived");
    needMember(context, channel);
    const { workspace, caller } = context;
    workspace.channels.setArchived(channel, false, caller.user_id);
    return {};
  },
});
