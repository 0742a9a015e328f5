import { defineMethod } from "../method.ts";
import { shownTrigger } from "../shown_trigger.ts";
import { TriggerDefinition } from "../trigger_definition.ts";

export const workflowsTriggersCreate = defineMethod({
  name: "workflows.triggers.create",
  scopes: ["triggers:write"],
  tier: 2,
  args: TriggerDefinition,
  run: ({ workspace, triggers, caller }, definition) => ({
    trigger: shownTrigger(
      workspace,
      triggers.create(definition, caller.user_id),
    ),
  }),
});
