import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";
import { shownPerson } from "../shown_person.ts";

export const usersInfo = defineMethod({
  name: "users.info",
  scopes: ["users:read"],
  tier: 4,
  args: z.object({ user: text }),
  run: ({ workspace }, { user }) => ({
    user: shownPerson(workspace, workspace.people.need(user)),
  }),
});
