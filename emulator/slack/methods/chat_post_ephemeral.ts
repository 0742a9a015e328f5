import * as z from "zod/mini";
import { needOpenChannel } from "../access.ts";
import { text } from "../args.ts";
import { DraftArgs, readAuthor, readContent } from "../draft.ts";
import { defineMethod, refuse } from "../method.ts";

export const chatPostEphemeral = defineMethod({
  name: "chat.postEphemeral",
  scopes: ["chat:write"],
  tier: 4,
  args: z.object({ ...DraftArgs, user: text }),
  run(context, args) {
    const channel = needOpenChannel(context, args.channel);
    if (!channel.members.includes(args.user)) refuse("user_not_in_channel");
    const { text, blocks } = readContent(context, args);
    const author = readAuthor(context, args);
    const row = context.workspace.ephemerals.post({
      channel: channel.id,
      shown_to: args.user,
      user: context.caller.user_id,
      bot_id: author.bot_id,
      username: author.username,
      execution_id: author.execution_id,
      text,
      blocks,
      thread_ts: args.thread_ts,
    });
    return { message_ts: row.ts };
  },
});
