import type { Clock } from "../clock.ts";

export type ScriptFetch = (request: Request) => Promise<Response>;

/** Runs a function once; always resolves, with a 500 when it failed. */
export type HostedScript = (
  context: Record<string, string>,
  event: Record<string, unknown>,
) => Promise<Response>;

type Callback = (error: unknown, payload?: unknown) => void;
type Handler = (
  context: unknown,
  event: unknown,
  callback: Callback,
) => unknown;

/** What a function may answer with: the part of `Twilio.Response` that needs no package. */
class TwilioResponse {
  status = 200;
  body = "";
  readonly headers = new Headers();

  setStatusCode(status: number): this {
    this.status = status;
    return this;
  }

  setBody(body: unknown): this {
    if (typeof body !== "string") throw new TypeError("body is not a string");
    this.body = body;
    return this;
  }

  appendHeader(name: string, value: string): this {
    this.headers.append(name, value);
    return this;
  }
}

/** Loads a CommonJS function, as the carrier's runtime would, with the world's own time and network in its hands. */
export function hostedScript(
  source: string,
  clock: Clock,
  leave: ScriptFetch,
): HostedScript {
  const exported: { handler?: Handler } = {};
  const hands = {
    exports: exported,
    Twilio: { Response: TwilioResponse },
    fetch: (input: string | URL | Request, init?: RequestInit) =>
      abortable(new Request(input, init), leave),
    setTimeout: (task: () => void, ms: number) => clock.after(ms, task),
    clearTimeout: (cancel?: () => void) => cancel?.(),
    Date: { now: () => clock.now() },
    console: { log() {}, info() {}, warn() {}, error() {} },
  };
  new Function(...Object.keys(hands), source)(...Object.values(hands));
  const { handler } = exported;
  if (!handler) throw new Error("The function exports no handler.");
  return (context, event) =>
    new Promise((resolve) => {
      const callback: Callback = (error, payload) =>
        resolve(error ? failure() : responseOf(payload));
      Promise.resolve()
        .then(() => handler(context, event, callback))
        .catch(callback);
    });
}

async function abortable(
  request: Request,
  leave: ScriptFetch,
): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([leave(request), aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function responseOf(payload: unknown): Response {
  if (payload instanceof TwilioResponse) {
    const { status, body, headers } = payload;
    return new Response(status === 204 ? null : body, { status, headers });
  }
  if (typeof payload === "string") return new Response(payload);
  return Response.json(payload ?? {});
}

function failure(): Response {
  return new Response("The function failed.", { status: 500 });
}
