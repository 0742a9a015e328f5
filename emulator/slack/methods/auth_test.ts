import * as z from "zod/mini";
import { defineMethod } from "../method.ts";

export const authTest = defineMethod({
  name: "auth.test",
  tier: "special",
  args: z.object({}),
  run({ workspace, caller }) {
    const { team, bot } = workspace;
    return {
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      team_id: team.id,
      user: workspace.people.need(caller.user_id).name,
      user_id: caller.user_id,
      ...(caller.kind === "bot" && { bot_id: bot.id }),
      is_enterprise_install: false,
    };
  },
});
