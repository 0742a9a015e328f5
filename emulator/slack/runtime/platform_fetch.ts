import { PlainRequest } from "../../plain_request.ts";

/** Whoever answers for every host that the app may reach. */
export interface Answerer {
  fetch(request: Request): Promise<Response>;
  /** Answers a call of an API, which never redirects; undefined where it takes a whole `Request`. */
  answer?(request: PlainRequest): Promise<Response> | undefined;
}

/** "If you make API calls to `slack.com`, it does not need to be explicitly listed"; every other host does. */
const IMPLIED_DOMAINS = ["slack.com", "api.slack.com"];

const REDIRECTS = [301, 302, 303, 307, 308];
/** https://fetch.spec.whatwg.org/#http-redirect-fetch */
const MAX_REDIRECTS = 20;

/**
 * A `fetch` as app code has it on Slack's machines: Slack and the manifest's `outgoingDomains` can be reached (the
 * emulated world answers for all of them), any other host is refused as Deno refuses it. Redirects are
 * followed under the same rule, so their targets must be listed as well.
 */
export function platformFetch(
  world: Answerer,
  outgoingDomains: readonly string[],
): typeof fetch {
  const allowed = new Set([...IMPLIED_DOMAINS, ...outgoingDomains]);
  const passed = new Set<string>();
  const check = (url: string): void => {
    const origin = originOf(url);
    if (!passed.has(origin)) refuseUnlisted(new URL(url), allowed);
    passed.add(origin);
  };
  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request && input.signal);
    if (signal) signal.throwIfAborted();
    const plain = world.answer && PlainRequest.of(input, init);
    if (plain) {
      check(plain.url);
      const answer = world.answer?.(plain);
      if (answer) return await inTime(signal, answered(plain.url, answer));
    }
    let request = new Request(input, init);
    for (let redirects = 0;; redirects++) {
      check(request.url);
      const answer = answered(request.url, world.fetch(request));
      const response = await inTime(signal, answer);
      const location = response.headers.get("location");
      if (!REDIRECTS.includes(response.status) || !location) return response;
      if (request.redirect === "manual") return response;
      if (request.redirect === "error" || redirects === MAX_REDIRECTS) {
        throw new TypeError(`Fetch failed: too many redirects`);
      }
      request = redirected(request, init?.body, response.status, location);
    }
  };
}

function refuseUnlisted(url: URL, allowed: ReadonlySet<string>): void {
  if (allowed.has(url.hostname) || allowed.has(url.host)) return;
  throw new Deno.errors.PermissionDenied(
    `Requires net access to "${url.host}", run again with the --allow-net flag`,
  );
}

/** Waits for an answer until the signal says that it is too late. */
async function inTime(
  signal: AbortSignal | false,
  answer: Promise<Response>,
): Promise<Response> {
  if (!signal) return await answer;
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([answer, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** What goes wrong on the way is a TypeError for whoever called `fetch`. */
async function answered(
  url: string,
  answer: Promise<Response>,
): Promise<Response> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TypeError) throw error;
    throw new TypeError(`error sending request for url (${url})`, {
      cause: error,
    });
  }
}

/** Scheme and host of an absolute URL. */
function originOf(url: string): string {
  return url.slice(0, url.indexOf("/", 8));
}

function redirected(
  from: Request,
  body: BodyInit | null | undefined,
  status: number,
  location: string,
): Request {
  const to = new URL(location, from.url);
  const headers = new Headers(from.headers);
  if (to.origin !== new URL(from.url).origin) headers.delete("authorization");
  const keepsBody = status === 307 || status === 308;
  if (!keepsBody) headers.delete("content-type");
  // A body that is a stream is gone; there is nothing left to send again.
  if (keepsBody && (body instanceof ReadableStream || (from.body && !body))) {
    throw new TypeError("Fetch failed: cannot send the body again");
  }
  const isGet = from.method === "GET" || from.method === "HEAD";
  return new Request(to, {
    method: keepsBody || isGet ? from.method : "GET",
    headers,
    body: keepsBody ? body ?? null : null,
    signal: from.signal,
  });
}
