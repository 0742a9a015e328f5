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
    const list = triggers.all().filter((trigger) =>
      !args.is_owner || trigger.owner === caller.user_id
    );
    const limit = checkLimit(args.limit, 100, 1000);
    const page = paginate(list, limit, args.cursor);
    return {
      triggers: page.items.map((trigger) => shownTrigger(workspace, trigger)),
      response_metadata: { next_cursor: page.next_cursor },
    };
  },
});
