import * as z from "zod/mini";
import { count, flag, text } from "./args.ts";
import { checkLimit, paginate } from "./cursors.ts";
import type { Reply } from "./method.ts";
import type { Message } from "./messages.ts";
import { shownMessage } from "./shown_message.ts";
import type { Workspace } from "./workspace.ts";

/** What is asked of a method that lists messages. */
export const Listing = z.object({
  channel: text,
  oldest: z.optional(text),
  latest: z.optional(text),
  inclusive: z.optional(flag),
  limit: z.optional(count),
  cursor: z.optional(text),
  include_all_metadata: z.optional(flag),
});

/** A page of messages, as many as are asked for. */
export function pageOfMessages(
  workspace: Workspace,
  list: readonly Message[],
  args: z.output<typeof Listing>,
  limits: { usual: number; most: number },
): Reply {
  const limit = checkLimit(args.limit, limits.usual, limits.most);
  const { items, next_cursor } = paginate(list, limit, args.cursor);
  const metadata = args.include_all_metadata;
  return {
    messages: items.map((each) => shownMessage(workspace, each, { metadata })),
    has_more: next_cursor !== "",
    ...(next_cursor && { response_metadata: { next_cursor } }),
  };
}
