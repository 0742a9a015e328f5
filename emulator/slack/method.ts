import * as z from "zod/mini";
import type { Clock } from "../clock.ts";
import type { Caller } from "./caller.ts";
import type { Datastores } from "./datastores/datastores.ts";
import type { Executions } from "./executions.ts";
import type { Pointers } from "./pointers.ts";
import { refuse } from "./refusal.ts";
import type { Triggers } from "./triggers.ts";
import type { Views } from "./views.ts";
import type { Workspace } from "./workspace.ts";

export { refuse, SlackRefusal } from "./refusal.ts";

/** What a method sees of the world. */
export interface MethodContext {
  clock: Clock;
  workspace: Workspace;
  datastores: Datastores;
  views: Views;
  pointers: Pointers;
  executions: Executions;
  triggers: Triggers;
  caller: Caller;
}

/** Calls a minute that one app may make to one method: Slack's tiers, or a rule of the method's own. */
export type Tier = 1 | 2 | 3 | 4 | "special";

/** What a method answers besides `ok: true`. */
export type Reply = Record<string, unknown>;

/** One Web API method, ready for the registry. */
export interface Method {
  name: string;
  scopes: readonly string[];
  tier: Tier;
  actor: "bot" | "any";
  /** The names of the arguments that it takes. */
  takes: readonly string[];
  call(context: MethodContext, raw: Record<string, unknown>): Promise<Reply>;
}

/**
 * Describes a Web API method. `scopes`: any one of them is enough. `actor: "bot"` shuts people's tokens out.
 * `raw` values come from a form as strings or from JSON as they are; `args.ts` has schemas that read both.
 */
export function defineMethod<Args extends z.ZodMiniObject>(definition: {
  name: string;
  scopes?: readonly string[];
  tier: Tier;
  actor?: "bot" | "any";
  args: Args;
  run(context: MethodContext, args: z.output<Args>): Reply | Promise<Reply>;
}): Method {
  return {
    name: definition.name,
    scopes: definition.scopes ?? [],
    tier: definition.tier,
    actor: definition.actor ?? "any",
    takes: Object.keys(definition.args.shape),
    async call(context, raw) {
      const parsed = z.safeParse(definition.args, raw);
      if (!parsed.success) {
        refuse("invalid_arguments", {
          response_metadata: {
            messages: parsed.error.issues.map((issue) =>
              `[ERROR] ${issue.message} [json-pointer:/${issue.path.join("/")}]`
            ),
          },
        });
      }
      return await definition.run(context, parsed.data);
    },
  };
}
