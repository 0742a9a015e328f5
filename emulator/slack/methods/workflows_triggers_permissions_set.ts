import * as z from "zod/mini";
import { json, text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

const MOST_USERS = 10;

/** Who may start a trigger: everyone, the app's collaborators, or named people and channels. */
export const workflowsTriggersPermissionsSet = defineMethod({
  name: "workflows.triggers.permissions.set",
  scopes: ["triggers:write"],
  tier: 3,
  args: z.object({
    trigger_id: text,
    permission_type: z.enum([
      "everyone",
      "app_collaborators",
      "named_entities",
    ]),
    user_ids: z.optional(json(z.array(z.string()))),
    channel_ids: z.optional(json(z.array(z.string()))),
  }),
  run({ triggers, workspace }, args) {
    const trigger = triggers.need(args.trigger_id);
    const user_ids = args.user_ids ?? [];
    if (user_ids.length > MOST_USERS) refuse("too_many_users");
    for (const user of user_ids) workspace.people.need(user);
    trigger.permission = {
      type: args.permission_type,
      user_ids,
      channel_ids: args.channel_ids ?? [],
    };
    triggers.keep(trigger);
    return {
      permission_type: args.permission_type,
      user_ids,
      channel_ids: trigger.permission.channel_ids,
    };
  },
});
