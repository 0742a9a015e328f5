import type { Journal } from "../journal.ts";
import { PlainAnswer } from "../plain_answer.ts";
import { bodyOf, fieldsOf, PlainRequest } from "../plain_request.ts";
import type { Wire } from "../wire.ts";
import type { Limits } from "./limits.ts";
import type { Caller } from "./caller.ts";
import type { Method, MethodContext } from "./method.ts";
import { refuse, SlackRefusal } from "./refusal.ts";
import { METHODS } from "./registry.ts";
import { needScope, type Tokens } from "./tokens.ts";

type Values = Record<string, unknown>;

interface Answer {
  response: Response;
  /** `ok`, or Slack's error code. */
  code: string;
  detail?: string | undefined;
}

/** `/api/<method>`: who is calling, may they, and what comes of it. */
export class WebApi {
  constructor(
    private readonly context: Omit<MethodContext, "caller">,
    private readonly tokens: Tokens,
    private readonly limits: Limits,
    private readonly journal: Journal,
    private readonly wire: Wire,
  ) {}

  async handle(
    name: string,
    request: Request | PlainRequest,
  ): Promise<Response> {
    const { args, unreadable } = await readArgs(request);
    const token = tokenOf(request, args);
    delete args.token;
    const call = {
      side: "slack" as const,
      method: name,
      caller: this.#nameOf(token),
    };
    const entry = this.journal.begin(call);
    let outcome = "dropped";
    let detail: string | undefined;
    try {
      return await this.wire.pass({ ...call, request }, async () => {
        const answer = await this.#answer(
          name,
          token,
          args,
          unreadable,
          request instanceof PlainRequest ? plain : written,
        );
        outcome = answer.code;
        detail = answer.detail;
        return answer.response;
      });
    } catch (error) {
      outcome = "dropped";
      throw error;
    } finally {
      this.journal.finish(entry, outcome, detail);
    }
  }

  async #answer(
    name: string,
    token: string | undefined,
    args: Values,
    unreadable: string | null,
    json: (body: Values) => Response,
  ): Promise<Answer> {
    try {
      const method = METHODS.get(name) ??
        refuse("unknown_method", { req_method: name });
      if (unreadable) refuse(unreadable);
      const caller = this.tokens.caller(token);
      if (caller.kind === "bot") {
        const wait = this.limits.take(method, args);
        if (wait > 0) return ratelimited(wait);
      }
      checkCaller(method, caller);
      const reply = await method.call({ ...this.context, caller }, args);
      return { response: json({ ok: true, ...reply }), code: "ok" };
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      const { code, extra } = error;
      const response = json({ ok: false, error: code, ...extra });
      return { response, code, detail: reasonIn(extra) };
    }
  }

  #nameOf(token: string | undefined): string {
    try {
      return this.tokens.caller(token).name;
    } catch {
      return "app";
    }
  }
}

function checkCaller(method: Method, caller: Caller): void {
  if (method.actor === "bot" && caller.kind !== "bot") {
    refuse("not_allowed_token_type");
  }
  needScope(caller, method.scopes);
}

function tokenOf(
  { headers }: Request | PlainRequest,
  args: Values,
): string | undefined {
  const header = headers.get("authorization");
  const bearer = header?.match(/^Bearer\s+(\S+)$/i)?.[1];
  return bearer ?? (typeof args.token === "string" ? args.token : undefined);
}

/** Arguments from the query, and from a form or a JSON body. */
async function readArgs(
  request: Request | PlainRequest,
): Promise<{ args: Values; unreadable: string | null }> {
  const query = request.url.indexOf("?");
  const args: Values = query < 0
    ? {}
    : Object.fromEntries(new URLSearchParams(request.url.slice(query + 1)));
  if (request.method === "GET") return { args, unreadable: null };
  const type = request.headers.get("content-type") ?? "";
  const body = await bodyOf(request);
  if (body === "") return { args, unreadable: null };
  if (type.startsWith("application/json")) {
    try {
      Object.assign(args, JSON.parse(String(body)));
      return { args, unreadable: null };
    } catch {
      return { args, unreadable: "invalid_json" };
    }
  }
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    return { args, unreadable: "invalid_post_type" };
  }
  fieldsOf(body).forEach((value, key) => {
    args[key] = value;
  });
  return { args, unreadable: null };
}

function plain(body: Values): Response {
  return new PlainAnswer(body);
}

function written(body: Values): Response {
  return new Response(JSON.stringify(body), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}

/** The reasons that Slack gives for a refusal, wherever it puts them. */
function reasonIn(extra: Values): string | undefined {
  const said = [extra.response_metadata, extra.errors, extra.needed]
    .filter((each) => each !== undefined).map(words);
  return said.length > 0 ? [...new Set(said)].join(" ") : undefined;
}

function words(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(words).join("; ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value).map(words).join("; ");
}

function ratelimited(seconds: number): Answer {
  const response = Response.json({ ok: false, error: "ratelimited" }, {
    status: 429,
    headers: { "retry-after": String(seconds) },
  });
  return { response, code: "ratelimited" };
}
