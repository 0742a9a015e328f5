import * as z from "zod/mini";
import { needManage } from "../access.ts";
import { flag, text } from "../args.ts";
import { defineMethod } from "../method.ts";
import { shownChannel } from "../shown_channel.ts";

/** Whoever creates a channel is in it. */
export const conversationsCreate = defineMethod({
  name: "conversations.create",
  scopes: ["channels:manage", "groups:write"],
  tier: 2,
  args: z.object({ name: text, is_private: z.optional(flag) }),
  run(context, { name, is_private = false }) {
    needManage(context, is_private);
    const { workspace, caller } = context;
    const channel = workspace.channels.create(name, caller.user_id, {
      is_private,
    });
    return { channel: shownChannel(workspace, channel, caller.user_id) };
  },
});
