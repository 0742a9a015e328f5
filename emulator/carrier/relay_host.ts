import type { Clock } from "../clock.ts";
import { hostedScript, type ScriptFetch } from "./hosted_script.ts";
import { sign } from "./signature.ts";

/** https://www.twilio.com/docs/serverless/functions-assets/functions: limits of the carrier's own function host. */
const LONGEST_RUN = 10_000;
const MOST_AT_ONCE = 30;

/** Headers that the host keeps to itself; a function never sees them. */
const KEPT_BACK =
  /^(i-twilio-.*|x-forwarded-.*|via|referer|forwarded|host|connection|transfer-encoding|x-real-ip|t-request-id)$/;

export interface RelayOptions {
  clock: Clock;
  authToken: string;
  /** The address people see, without a slash at its end: `https://clerk-relay-1234.twil.io`. */
  origin: string;
  /** The deployed directory; its `functions/` are what is hosted. */
  directory: URL;
  /** Environment variables, read anew at every run. */
  env: Record<string, string>;
  /** How a function's `fetch` leaves the host. */
  fetch: ScriptFetch;
}

/** Hosts functions as the carrier's runtime does: only signed requests reach a protected one, and for 10 seconds. */
export class RelayHost {
  readonly origin: string;
  readonly env: Record<string, string>;
  readonly #files = new Map<string, { file: URL; isProtected: boolean }>();
  readonly #scripts = new Map<string, ReturnType<typeof hostedScript>>();
  readonly #domain: string;
  /** What every path begins with, without the slash at its end. */
  readonly #base: string;
  #running = 0;

  constructor(private readonly options: RelayOptions) {
    this.origin = options.origin;
    this.env = options.env;
    const { host, pathname } = new URL(options.origin);
    this.#domain = host;
    this.#base = pathname.replace(/\/$/, "");
    const functions = new URL("functions/", options.directory);
    for (const { name } of Deno.readDirSync(functions)) {
      const parts = /^([^.]+)(\.protected)?\.js$/.exec(name);
      if (!parts) continue;
      this.#files.set(`/${parts[1]}`, {
        file: new URL(name, functions),
        isProtected: parts[2] !== undefined,
      });
    }
  }

  /** Whether a URL is one of this host's. */
  serves(url: string): boolean {
    return url.startsWith(`${this.origin}/`);
  }

  /** @param url the public address that was called, however the request got here. */
  async handle(request: Request, url = request.url): Promise<Response> {
    const asked = new URL(url);
    const path = asked.pathname.slice(this.#base.length);
    const found = this.#files.get(path);
    if (!found) return new Response("Not found", { status: 404 });
    const form = request.method === "POST" ? await formOf(request) : [];
    const expected = sign(this.options.authToken, url, form);
    const given = request.headers.get("x-twilio-signature");
    if (found.isProtected && given !== expected) {
      return new Response("Unauthorized", { status: 403 });
    }
    if (this.#running >= MOST_AT_ONCE) {
      return new Response("Too many requests", { status: 429 });
    }
    const event = {
      request: { headers: shownHeaders(request), cookies: {} },
      ...Object.fromEntries([...asked.searchParams, ...form]),
    };
    this.#running++;
    try {
      return await this.#run(path, found.file, event);
    } finally {
      this.#running--;
    }
  }

  #run(
    path: string,
    file: URL,
    event: Record<string, unknown>,
  ): Promise<Response> {
    const { clock, env, fetch } = this.options;
    let script = this.#scripts.get(path);
    if (!script) {
      script = hostedScript(Deno.readTextFileSync(file), clock, fetch);
      this.#scripts.set(path, script);
    }
    const context = {
      ...env,
      DOMAIN_NAME: this.#domain,
      PATH: path,
    };
    const run = script(context, event);
    return new Promise((resolve) => {
      const stop = clock.after(
        LONGEST_RUN,
        () => resolve(new Response("Timed out", { status: 504 })),
      );
      run.then(resolve).finally(stop);
    });
  }
}

async function formOf(request: Request): Promise<[string, string][]> {
  return [...new URLSearchParams(await request.text())];
}

function shownHeaders(request: Request): Record<string, string> {
  return Object.fromEntries(
    [...request.headers].filter(([name]) => !KEPT_BACK.test(name)),
  );
}
