import * as z from "zod/mini";
import { needChannel, needMember, scopesFor } from "../access.ts";
import { count, flag, text } from "../args.ts";
import { checkLimit, paginate } from "../cursors.ts";
import { between } from "../between.ts";
import { defineMethod } from "../method.ts";
import { shownMessage } from "../shown_message.ts";

export const conversationsHistory = defineMethod({
  name: "conversations.history",
  scopes: scopesFor("history"),
  tier: 3,
  args: z.object({
    channel: text,
    oldest: z.optional(text),
    latest: z.optional(text),
    inclusive: z.optional(flag),
    limit: z.optional(count),
    cursor: z.optional(text),
    include_all_metadata: z.optional(flag),
  }),
  run(context, args) {
    const { workspace } = context;
    const channel = needChannel(context, args.channel, "history");
    needMember(context, channel);
    const list = between(workspace.messages.inChannel(channel.id), args)
      .filter((message) =>
        !message.thread_ts || message.subtype === "thread_broadcast"
      )
      .reverse();
    const limit = checkLimit(args.limit, 100, 999);
    const page = paginate(list, limit, args.cursor);
    return {
      messages: page.items.map((message) =>
        shownMessage(workspace, message, {
          metadata: args.include_all_metadata,
        })
      ),
      has_more: page.next_cursor !== "",
      pin_count: workspace.pins.in(channel.id).length,
      ...(page.next_cursor &&
        { response_metadata: { next_cursor: page.next_cursor } }),
    };
  },
});
