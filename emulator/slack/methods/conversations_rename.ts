import * as z from "zod/mini";
import { needManage, needOpenChannel } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownChannel } from "../shown_channel.ts";

/** A bot may rename the channels that it made; a person, if admin, any. */
export const conversationsRename = defineMethod({
  name: "conversations.rename",
  scopes: ["channels:manage", "groups:write"],
  tier: 2,
  args: z.object({ channel: text, name: text }),
  run(context, args) {
    const { workspace, caller } = context;
    const channel = needOpenChannel(context, args.channel);
    needManage(context, channel.is_private);
    const admin = workspace.people.get(caller.user_id)?.is_admin === true;
    if (channel.creator !== caller.user_id && !admin) refuse("not_authorized");
    workspace.channels.rename(channel, args.name, caller.user_id);
    return { channel: shownChannel(workspace, channel, caller.user_id) };
  },
});
