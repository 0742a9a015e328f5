import * as z from "zod/mini";
import { frozen } from "../as_json.ts";
import { json, text } from "./args.ts";
import { withIds } from "./block_kit/block_ids.ts";
import { checkBlocks } from "./block_kit/check_blocks.ts";
import type { Message } from "./messages.ts";
import type { MethodContext } from "./method.ts";
import { refuse } from "./refusal.ts";
import { formatText } from "./text_format.ts";
import { needScope } from "./tokens.ts";

/** Characters after which Slack cuts a text off. */
const CUT = 40_000;
const METADATA_BYTES = 8192;

const Metadata = z.object({
  event_type: z.string(),
  event_payload: z.record(z.string(), z.unknown()),
});

/** Arguments that every way to say something shares. */
export const DraftArgs = {
  channel: text,
  text: z.optional(text),
  blocks: z.optional(json(z.array(z.unknown()))),
  attachments: z.optional(json(z.array(z.unknown()))),
  thread_ts: z.optional(text),
  username: z.optional(text),
  icon_emoji: z.optional(text),
  icon_url: z.optional(text),
};

/** What a message may hold, checked: `no_text`, `invalid_blocks`, `metadata_too_large` and their kin. */
export function readContent(
  context: MethodContext,
  args: {
    text?: string;
    blocks?: unknown[];
    attachments?: unknown[];
    metadata?: Record<string, unknown>;
  },
): Pick<Message, "text" | "blocks" | "metadata"> {
  if (args.attachments && args.attachments.length > 0) {
    refuse("invalid_arguments", {
      response_metadata: {
        messages: [
          "[ERROR] attachments are not emulated [json-pointer:/attachments]",
        ],
      },
    });
  }
  if (!args.text && !args.blocks?.length) refuse("no_text");
  const content: Pick<Message, "text" | "blocks" | "metadata"> = {
    text: formatText(
      (args.text ?? "").slice(0, CUT),
      context.caller.kind === "bot" ? "bot" : "person",
    ),
  };
  if (args.blocks) content.blocks = readBlocks(context, args.blocks);
  if (args.metadata) content.metadata = readMetadata(args.metadata);
  return content;
}

export function readBlocks(context: MethodContext, blocks: unknown[]) {
  const errors = checkBlocks(blocks, "message");
  if (errors.length > 0) {
    refuse("invalid_blocks", {
      errors,
      response_metadata: { messages: errors },
    });
  }
  return frozen(withIds(blocks, context.workspace.ids));
}

export function readMetadata(given: Record<string, unknown>) {
  const parsed = z.safeParse(Metadata, given);
  if (!parsed.success) return refuse("invalid_metadata_format");
  if (JSON.stringify(given).length > METADATA_BYTES) {
    refuse("metadata_too_large");
  }
  return frozen(parsed.data);
}

/** Who a message says it is from. A name of its own makes the app's post a `bot_message` without a user. */
export function readAuthor(
  context: MethodContext,
  args: { username?: string; icon_emoji?: string; icon_url?: string },
): Pick<
  Message,
  | "user"
  | "bot_id"
  | "app_id"
  | "username"
  | "icons"
  | "subtype"
  | "execution_id"
> {
  const { caller, workspace } = context;
  if (caller.kind === "person") return { user: caller.user_id };
  const own = {
    bot_id: workspace.bot.id,
    app_id: workspace.app_id,
    execution_id: caller.execution_id,
  };
  const icons = {
    ...(args.icon_emoji && { emoji: args.icon_emoji }),
    ...(args.icon_url && { image_48: args.icon_url }),
  };
  if (!args.username && Object.keys(icons).length === 0) {
    return { ...own, user: caller.user_id };
  }
  needScope(caller, ["chat:write.customize"]);
  return {
    ...own,
    subtype: "bot_message",
    username: args.username ?? workspace.bot.name,
    ...(Object.keys(icons).length > 0 && { icons }),
  };
}
