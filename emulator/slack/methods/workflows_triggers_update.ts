import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";
import { shownTrigger } from "../shown_trigger.ts";
import { TriggerDefinition } from "../trigger_definition.ts";

export const workflowsTriggersUpdate = defineMethod({
  name: "workflows.triggers.update",
  scopes: ["triggers:write"],
  tier: 2,
  args: z.extend(TriggerDefinition, { trigger_id: text }),
  run: ({ workspace, triggers }, { trigger_id, ...definition }) => ({
    trigger: shownTrigger(workspace, triggers.update(trigger_id, definition)),
  }),
});
