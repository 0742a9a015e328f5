import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const functionsCompleteError = defineMethod({
  name: "functions.completeError",
  tier: 3,
  actor: "bot",
  args: z.object({ function_execution_id: text, error: text }),
  run({ executions }, { function_execution_id, error }) {
    executions.fail(function_execution_id, error);
    return {};
  },
});
