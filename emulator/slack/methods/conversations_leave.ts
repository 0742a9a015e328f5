import * as z from "zod/mini";
import { needChannel, needManage } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

export const conversationsLeave = defineMethod({
  name: "conversations.leave",
  scopes: ["channels:manage", "groups:write"],
  tier: 3,
  args: z.object({ channel: text }),
  run(context, args) {
    const channel = needChannel(context, args.channel);
    needManage(context, channel.is_private);
    if (channel.is_general) refuse("cant_leave_general");
    if (channel.is_archived) refuse("is_archived");
    const { workspace, caller } = context;
    const left = workspace.channels.leave(channel, caller.user_id);
    return left ? {} : { not_in_channel: true };
  },
});
