import * as z from "zod/mini";
import { needChannel, needMember, scopesFor } from "../access.ts";
import { count, flag, text } from "../args.ts";
import { between } from "../between.ts";
import { checkLimit, paginate } from "../cursors.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownMessage } from "../shown_message.ts";

/** The parent and its replies, oldest first. A reply's own ts finds that reply alone. */
export const conversationsReplies = defineMethod({
  name: "conversations.replies",
  scopes: scopesFor("history"),
  tier: 3,
  args: z.object({
    channel: text,
    ts: text,
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
    const first = workspace.messages.get(channel.id, args.ts);
    if (!first) return refuse("thread_not_found");
    const replies = workspace.messages.repliesTo(channel.id, args.ts);
    const list = [first, ...between(replies, args)];
    const limit = checkLimit(args.limit, 1000, 1000);
    const page = paginate(list, limit, args.cursor);
    return {
      messages: page.items.map((message) =>
        shownMessage(workspace, message, {
          metadata: args.include_all_metadata,
        })
      ),
      has_more: page.next_cursor !== "",
      ...(page.next_cursor &&
        { response_metadata: { next_cursor: page.next_cursor } }),
    };
  },
});
