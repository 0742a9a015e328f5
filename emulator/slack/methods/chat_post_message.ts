import * as z from "zod/mini";
import { needChannel } from "../access.ts";
import { flag, object } from "../args.ts";
import type { Channel } from "../channels.ts";
import { DraftArgs, readAuthor, readContent } from "../draft.ts";
import { defineMethod, type MethodContext, refuse } from "../method.ts";
import { shownMessage } from "../shown_message.ts";
import { threadOf } from "../thread_of.ts";

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const chatPostMessage = defineMethod({
  name: "chat.postMessage",
  scopes: ["chat:write"],
  tier: "special",
  args: z.object({
    ...DraftArgs,
    metadata: z.optional(object),
    reply_broadcast: z.optional(flag),
    unfurl_links: z.optional(flag),
    unfurl_media: z.optional(flag),
  }),
  run(context, args) {
    const { workspace } = context;
    const channel = findChannel(context, args.channel);
    checkPlace(context, channel);
    const content = readContent(context, args);
    const thread_ts = threadOf(context, channel, args.thread_ts);
    const author = readAuthor(context, args);
    const message = workspace.messages.post({
      channel: channel.id,
      ...author,
      ...content,
      ...(thread_ts && { thread_ts }),
      ...(thread_ts && args.reply_broadcast &&
        { subtype: "thread_broadcast" }),
    });
    const cut = (args.text?.length ?? 0) > 40_000;
    return {
      channel: channel.id,
      ts: message.ts,
      message: shownMessage(workspace, message, { metadata: true }),
      ...(cut && { response_metadata: { warnings: ["message_truncated"] } }),
    };
  },
});

/** A channel's id or name; a person's id stands for the direct message with them. */
function findChannel(context: MethodContext, place: string): Channel {
  const { workspace, caller } = context;
  if (workspace.people.get(place)) {
    return workspace.channels.direct(caller.user_id, place);
  }
  const named = workspace.channels.byName(place);
  return needChannel(context, named?.id ?? place);
}

function checkPlace({ caller }: MethodContext, channel: Channel): void {
  if (channel.is_archived) refuse("is_archived");
  if (channel.members.includes(caller.user_id)) return;
  if (caller.kind === "bot" && caller.scopes.has("chat:write.public")) return;
  refuse("not_in_channel");
}
