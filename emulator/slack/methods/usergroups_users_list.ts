import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const usergroupsUsersList = defineMethod({
  name: "usergroups.users.list",
  scopes: ["usergroups:read"],
  tier: 2,
  args: z.object({ usergroup: text }),
  run: ({ workspace }, { usergroup }) => ({
    users: workspace.userGroups.need(usergroup).users,
  }),
});
