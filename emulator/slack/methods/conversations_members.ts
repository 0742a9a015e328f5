import * as z from "zod/mini";
import { needChannel, scopesFor } from "../access.ts";
import { count, text } from "../args.ts";
import { checkLimit, paginate } from "../cursors.ts";
import { defineMethod } from "../method.ts";

export const conversationsMembers = defineMethod({
  name: "conversations.members",
  scopes: scopesFor("read"),
  tier: 4,
  args: z.object({
    channel: text,
    limit: z.optional(count),
    cursor: z.optional(text),
  }),
  run(context, args) {
    const channel = needChannel(context, args.channel, "read");
    const limit = checkLimit(args.limit, 100, 1000);
    const page = paginate(channel.members, limit, args.cursor);
    return {
      members: page.items,
      response_metadata: { next_cursor: page.next_cursor },
    };
  },
});
