import * as z from "zod/mini";
import { isOwn, needChannel, needMessage } from "../access.ts";
import { json, object, text } from "../args.ts";
import { readBlocks, readMetadata } from "../draft.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownMessage } from "../shown_message.ts";
import { formatText } from "../text_format.ts";

const LONGEST = 4000;

/** What is not given stays: https://docs.slack.dev/reference/methods/chat.update */
export const chatUpdate = defineMethod({
  name: "chat.update",
  scopes: ["chat:write"],
  tier: 3,
  args: z.object({
    channel: text,
    ts: text,
    text: z.optional(text),
    blocks: z.optional(json(z.array(z.unknown()))),
    metadata: z.optional(object),
  }),
  run(context, args) {
    const { workspace, caller } = context;
    const channel = needChannel(context, args.channel);
    if (channel.is_archived) refuse("is_inactive");
    const message = needMessage(context, channel, args.ts);
    if (message.subtype === "tombstone") refuse("message_not_found");
    if (!isOwn(context, message)) refuse("cant_update_message");
    if ((args.text?.length ?? 0) > LONGEST) refuse("msg_too_long");
    const blocks = args.blocks ? readBlocks(context, args.blocks) : undefined;
    if (args.text === undefined && !blocks && !args.metadata) refuse("no_text");
    if (args.metadata) {
      if (Object.keys(args.metadata).length === 0) delete message.metadata;
      else message.metadata = readMetadata(args.metadata);
    }
    if (args.text !== undefined) {
      message.text = formatText(args.text, caller.kind);
    }
    if (blocks?.length === 0) delete message.blocks;
    else if (blocks) message.blocks = blocks;
    // Buttons belong to the execution that made them: those in new blocks, to this one.
    if (blocks && caller.execution_id) {
      message.execution_id = caller.execution_id;
    }
    message.edited = { user: caller.user_id, ts: workspace.timestamps.next() };
    workspace.messages.save(message, "changed", caller.user_id);
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: shownMessage(workspace, message, { metadata: true }),
    };
  },
});
