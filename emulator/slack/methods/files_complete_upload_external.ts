import * as z from "zod/mini";
import { needOpenChannel } from "../access.ts";
import { json, text } from "../args.ts";
import { readContent } from "../draft.ts";
import { defineMethod, type MethodContext, refuse } from "../method.ts";
import { shownFile } from "../shown_file.ts";
import { threadOf } from "../thread_of.ts";

/**
 * Ends uploads, and shares them in one message where a channel is named. The answer does not tell the message's ts.
 * https://docs.slack.dev/reference/methods/files.completeUploadExternal
 */
export const filesCompleteUploadExternal = defineMethod({
  name: "files.completeUploadExternal",
  scopes: ["files:write"],
  tier: 4,
  args: z.object({
    files: json(
      z.array(z.object({ id: text, title: z.optional(text) })),
    ),
    channel_id: z.optional(text),
    thread_ts: z.optional(text),
    initial_comment: z.optional(text),
    blocks: z.optional(json(z.array(z.unknown()))),
  }),
  run(context, args) {
    const { workspace, caller } = context;
    if (args.files.length === 0) refuse("invalid_arguments");
    const channel = args.channel_id
      ? needOpenChannel(context, args.channel_id)
      : null;
    const files = args.files.map(({ id, title }) =>
      workspace.files.complete(id, title, caller.user_id)
    );
    if (channel) {
      const thread_ts = threadOf(context, channel, args.thread_ts);
      const message = workspace.messages.post({
        channel: channel.id,
        ...words(context, args),
        user: caller.user_id,
        ...(caller.kind === "bot" && {
          bot_id: workspace.bot.id,
          app_id: workspace.app_id,
          execution_id: caller.execution_id,
        }),
        ...(thread_ts && { thread_ts }),
        files: files.map(({ id }) => id),
      });
      for (const file of files) {
        file.shares.push({
          channel: channel.id,
          ts: message.ts,
          ...(thread_ts && { thread_ts }),
        });
        workspace.files.save(file);
      }
    }
    return { files: files.map((file) => shownFile(workspace, file)) };
  },
});

function words(
  context: MethodContext,
  args: { initial_comment?: string; blocks?: unknown[] },
) {
  if (!args.initial_comment && !args.blocks) return { text: "" };
  return readContent(context, {
    text: args.initial_comment,
    blocks: args.blocks,
  });
}
