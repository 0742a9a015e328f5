import * as z from "zod/mini";
import { count, text } from "../args.ts";
import { checkLimit, paginate } from "../cursors.ts";
import { defineMethod } from "../method.ts";
import { shownPerson } from "../shown_person.ts";

export const usersList = defineMethod({
  name: "users.list",
  scopes: ["users:read"],
  tier: 2,
  args: z.object({ limit: z.optional(count), cursor: z.optional(text) }),
  run({ workspace, clock }, args) {
    const limit = checkLimit(args.limit, 1000, 1000);
    const page = paginate(workspace.people.all(), limit, args.cursor);
    return {
      members: page.items.map((person) => shownPerson(workspace, person)),
      cache_ts: Math.floor(clock.now() / 1000),
      response_metadata: { next_cursor: page.next_cursor },
    };
  },
});
