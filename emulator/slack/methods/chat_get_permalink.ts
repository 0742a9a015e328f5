import * as z from "zod/mini";
import { needChannel, needMessage } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const chatGetPermalink = defineMethod({
  name: "chat.getPermalink",
  tier: "special",
  args: z.object({ channel: text, message_ts: text }),
  run(context, args) {
    const channel = needChannel(context, args.channel);
    const { ts } = needMessage(context, channel, args.message_ts);
    return {
      channel: channel.id,
      permalink: context.workspace.permalink(channel.id, ts),
    };
  },
});
