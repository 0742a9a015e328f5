import * as z from "zod/mini";
import type { InvocationPayload } from "./dispatch.ts";

const text = z.optional(z.string());
const inputs = z.optional(z.record(z.string(), z.unknown()));
const callee = z.optional(z.object({ callback_id: z.string() }));

const schema = z.object({
  body: z.looseObject({
    type: text,
    event: z.optional(z.looseObject({
      type: z.string(),
      function: callee,
      function_execution_id: text,
      inputs,
      bot_access_token: text,
    })),
    function_data: z.optional(
      z.looseObject({ function: callee, execution_id: text, inputs }),
    ),
    bot_access_token: text,
    enterprise_id: text,
    enterprise: z.nullish(z.looseObject({ id: z.string() })),
    actions: z.optional(z.array(z.unknown())),
    view: z.optional(z.unknown()),
  }),
  context: z.looseObject({
    bot_access_token: text,
    team_id: text,
    variables: z.optional(z.record(z.string(), z.string())),
  }),
});

/** Reads what the platform hands to the runtime; throws when it is not what the real one would get. */
export function readPayload(payload: unknown): InvocationPayload {
  return z.parse(schema, payload);
}
