import * as z from "zod/mini";
import { needOpenChannel } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownChannel } from "../shown_channel.ts";
import { needScope } from "../tokens.ts";

const PUBLIC = ["channels:manage", "channels:write.invites"];
const PRIVATE = ["groups:write", "groups:write.invites"];

/** Nobody is invited when anybody on the list cannot be. */
export const conversationsInvite = defineMethod({
  name: "conversations.invite",
  scopes: [...PUBLIC, ...PRIVATE],
  tier: 3,
  args: z.object({ channel: text, users: text }),
  run(context, args) {
    const { workspace, caller } = context;
    const channel = needOpenChannel(context, args.channel);
    needScope(caller, channel.is_private ? PRIVATE : PUBLIC);
    const users = args.users.split(",").map((user) => user.trim());
    for (const user of users) {
      workspace.people.need(user);
      if (user === caller.user_id) refuse("cant_invite_self");
      if (channel.members.includes(user)) refuse("already_in_channel");
    }
    for (const user of users) workspace.channels.join(channel, user);
    return { channel: shownChannel(workspace, channel, caller.user_id) };
  },
});
