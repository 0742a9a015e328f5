import { needChannel, needMember, scopesFor } from "../access.ts";
import { between } from "../between.ts";
import { defineMethod } from "../method.ts";
import { Listing, pageOfMessages } from "../page_of_messages.ts";

export const conversationsHistory = defineMethod({
  name: "conversations.history",
  scopes: scopesFor("history"),
  tier: 3,
  args: Listing,
  run(context, args) {
    const { workspace } = context;
    const channel = needChannel(context, args.channel, "history");
    needMember(context, channel);
    const list = between(workspace.messages.inChannel(channel.id), args)
      .filter((message) =>
        !message.thread_ts || message.subtype === "thread_broadcast"
      )
      .reverse();
    return {
      ...pageOfMessages(workspace, list, args, { usual: 100, most: 999 }),
      pin_count: workspace.pins.in(channel.id).length,
    };
  },
});
