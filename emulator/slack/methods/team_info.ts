import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

export const teamInfo = defineMethod({
  name: "team.info",
  scopes: ["team:read"],
  tier: 3,
  args: z.object({ team: z.optional(text) }),
  run({ workspace }, args) {
    const { id, name, domain } = workspace.team;
    if (args.team !== undefined && args.team !== id) refuse("team_not_found");
    return {
      team: {
        id,
        name,
        domain,
        email_domain: "",
        url: `https://${domain}.slack.com/`,
        is_verified: false,
      },
    };
  },
});
