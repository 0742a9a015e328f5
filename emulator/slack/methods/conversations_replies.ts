import * as z from "zod/mini";
import { needChannel, needMember, scopesFor } from "../access.ts";
import { text } from "../args.ts";
import { between } from "../between.ts";
import { defineMethod, refuse } from "../method.ts";
import { Listing, pageOfMessages } from "../page_of_messages.ts";

/** The parent and its replies, oldest first. A reply's own ts finds that reply alone. */
export const conversationsReplies = defineMethod({
  name: "conversations.replies",
  scopes: scopesFor("history"),
  tier: 3,
  args: z.extend(Listing, { ts: text }),
  run(context, args) {
    const { workspace } = context;
    const channel = needChannel(context, args.channel, "history");
    needMember(context, channel);
    const first = workspace.messages.get(channel.id, args.ts);
    if (!first) return refuse("thread_not_found");
    const replies = workspace.messages.repliesTo(channel.id, args.ts);
    const list = [first, ...between(replies, args)];
    return pageOfMessages(workspace, list, args, { usual: 1000, most: 1000 });
  },
});
