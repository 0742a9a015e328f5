import * as z from "zod/mini";
import { object, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const functionsCompleteSuccess = defineMethod({
  name: "functions.completeSuccess",
  tier: 3,
  actor: "bot",
  args: z.object({
    function_execution_id: text,
    outputs: z._default(object, () => ({})),
  }),
  run({ executions }, { function_execution_id, outputs }) {
    executions.complete(function_execution_id, outputs);
    return {};
  },
});
