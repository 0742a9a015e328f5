import * as z from "zod/mini";
import { flag } from "../args.ts";
import { defineMethod } from "../method.ts";

export const usergroupsList = defineMethod({
  name: "usergroups.list",
  scopes: ["usergroups:read"],
  tier: 2,
  args: z.object({
    include_count: z.optional(flag),
    include_users: z.optional(flag),
  }),
  run({ workspace }, args) {
    return {
      usergroups: workspace.userGroups.all().map((group) => ({
        id: group.id,
        team_id: workspace.team.id,
        is_usergroup: true,
        is_subteam: true,
        name: group.name,
        description: "",
        handle: group.handle,
        is_external: false,
        date_create: group.created,
        date_update: group.created,
        date_delete: 0,
        created_by: group.created_by,
        updated_by: group.created_by,
        prefs: { channels: [], groups: [] },
        ...(args.include_users && { users: group.users }),
        ...(args.include_count && { user_count: group.users.length }),
      })),
    };
  },
});
