import * as z from "zod/mini";
import { needChannel, needManage, needMember } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

export const conversationsArchive = defineMethod({
  name: "conversations.archive",
  scopes: ["channels:manage", "groups:write"],
  tier: 2,
  args: z.object({ channel: text }),
  run(context, args) {
    const channel = needChannel(context, args.channel);
    needManage(context, channel.is_private);
    if (channel.is_im) refuse("method_not_supported_for_channel_type");
    if (channel.is_general) refuse("cant_archive_general");
    if (channel.is_archived) refuse("already_archived");
    needMember(context, channel);
    const { workspace, caller } = context;
    workspace.channels.setArchived(channel, true, caller.user_id);
    return {};
  },
});
