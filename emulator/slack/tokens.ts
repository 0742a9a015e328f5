import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Caller } from "./caller.ts";
import { refuse } from "./refusal.ts";
import type { Workspace } from "./workspace.ts";

/** What a person's own client may do: everything. */
const EVERYTHING: ReadonlySet<string> = new Set();

interface Issued {
  caller: Caller;
  /** Milliseconds since the Unix epoch. */
  until: number;
}

/** Whose token is it? Each run of app code gets one of its own, which dies with the run's time limit. */
export class Tokens {
  readonly #issued = new Map<string, Issued>();
  readonly #scopes: ReadonlySet<string>;

  constructor(
    private readonly workspace: Workspace,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.#scopes = new Set(workspace.manifest.oauth_config.scopes.bot);
  }

  /** A bot token for one run of `callback_id`, good for `ms`. */
  issue(callback_id: string, execution_id: string, ms: number): string {
    const token = `xwfp-${this.ids.hex(32)}`;
    this.#issued.set(token, {
      until: this.clock.now() + ms,
      caller: {
        kind: "bot",
        user_id: this.workspace.bot.user_id,
        name: `${callback_id} ${execution_id}`,
        execution_id,
        scopes: this.#scopes,
      },
    });
    return token;
  }

  /** A bot token that lasts: what the Slack CLI would use in the app's name. */
  issueLasting(): string {
    const token = `xoxb-${this.ids.hex(32)}`;
    this.#issued.set(token, {
      until: Infinity,
      caller: {
        kind: "bot",
        user_id: this.workspace.bot.user_id,
        name: "app",
        scopes: this.#scopes,
      },
    });
    return token;
  }

  revoke(token: string): void {
    const issued = this.#issued.get(token);
    if (issued) issued.until = 0;
  }

  caller(token: string | undefined): Caller {
    if (!token) return refuse("not_authed");
    const person = this.workspace.people.byToken(token);
    if (person) {
      return {
        kind: "person",
        user_id: person.id,
        name: person.name,
        scopes: EVERYTHING,
      };
    }
    const issued = this.#issued.get(token);
    if (!issued) return refuse("invalid_auth");
    if (this.clock.now() >= issued.until) return refuse("token_revoked");
    return issued.caller;
  }
}

/** Refuses a call by a bot that has none of these scopes; an empty list asks for none. */
export function needScope(caller: Caller, anyOf: readonly string[]): void {
  if (caller.kind === "person" || anyOf.length === 0) return;
  if (anyOf.some((scope) => caller.scopes.has(scope))) return;
  refuse("missing_scope", {
    needed: anyOf.join(","),
    provided: [...caller.scopes].join(","),
  });
}
