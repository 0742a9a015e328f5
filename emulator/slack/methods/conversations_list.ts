import * as z from "zod/mini";
import { scopesFor } from "../access.ts";
import { count, flag, text } from "../args.ts";
import type { Channel } from "../channels.ts";
import { checkLimit, paginate } from "../cursors.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownChannel } from "../shown_channel.ts";
import { needScope } from "../tokens.ts";

const SCOPES: Record<string, string> = {
  public_channel: "channels:read",
  private_channel: "groups:read",
  im: "im:read",
  mpim: "mpim:read",
};

export const conversationsList = defineMethod({
  name: "conversations.list",
  scopes: scopesFor("read"),
  tier: 2,
  args: z.object({
    types: z.optional(text),
    exclude_archived: z.optional(flag),
    limit: z.optional(count),
    cursor: z.optional(text),
  }),
  run({ workspace, caller }, args) {
    const types = (args.types ?? "public_channel").split(",")
      .map((type) => type.trim());
    for (const type of types) {
      const scope = SCOPES[type];
      if (!scope) return refuse("invalid_types");
      needScope(caller, [scope]);
    }
    const list = workspace.channels.all().filter((channel) =>
      types.includes(typeOf(channel)) &&
      !(args.exclude_archived && channel.is_archived) &&
      (!channel.is_private || channel.members.includes(caller.user_id))
    );
    const limit = checkLimit(args.limit, 100, 1000);
    const page = paginate(list, limit, args.cursor);
    return {
      channels: page.items.map((channel) => ({
        ...shownChannel(workspace, channel, caller.user_id),
        num_members: channel.members.length,
      })),
      response_metadata: { next_cursor: page.next_cursor },
    };
  },
});

function typeOf(channel: Channel): string {
  if (channel.is_im) return "im";
  return channel.is_private ? "private_channel" : "public_channel";
}
