import * as z from "zod/mini";
import { count, flag, text } from "../args.ts";
import { checkLimit, paginate } from "../cursors.ts";
import { defineMethod } from "../method.ts";
import { shownTrigger } from "../shown_trigger.ts";

export const workflowsTriggersList = defineMethod({
  name: "workflows.triggers.list",
  scopes: ["triggers:read", "triggers:write"],
  tier: 2,
  args: z.object({
    is_owner: z.optional(flag),
    is_published: z.optional(flag),
    limit: z.optional(count),
    cursor: z.optional(text),
  }),
  run({ workspace, triggers, caller }, args) {
    // Every trigger here is of the app's own workflows: whoever made it, the app owns it.
    const list = triggers.all().filter(({ owner }) =>
      !args.is_owner || caller.kind === "bot" || owner === caller.user_id
    );
    const limit = checkLimit(args.limit, 100, 1000);
    const page = paginate(list, limit, args.cursor);
    return {
      triggers: page.items.map((trigger) => shownTrigger(workspace, trigger)),
      response_metadata: { next_cursor: page.next_cursor },
    };
  },
});
