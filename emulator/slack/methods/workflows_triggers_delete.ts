import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const workflowsTriggersDelete = defineMethod({
  name: "workflows.triggers.delete",
  scopes: ["triggers:write"],
  tier: 2,
  args: z.object({ trigger_id: text }),
  run({ triggers }, { trigger_id }) {
    triggers.remove(trigger_id);
    return {};
  },
});
