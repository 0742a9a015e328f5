/**
 * A request that is no more than it says: for an API of this world, in this process. Making a whole `Request` takes
 * longer than most calls take to be answered.
 */
export class PlainRequest {
  readonly headers: Headers;

  private constructor(
    readonly url: string,
    readonly method: "GET" | "POST",
    headers: HeadersInit | undefined,
    /** A form that nobody has to write out and read again; like any body, it is nobody else's once it has left. */
    readonly body: string | URLSearchParams,
  ) {
    this.headers = new Headers(headers);
  }

  /** What `fetch` was given, or undefined where only a `Request` can tell what that means. */
  static of(
    input: RequestInfo | URL,
    init: RequestInit = {},
  ): PlainRequest | undefined {
    if (input instanceof Request) return undefined;
    const { method = "GET", headers, body, signal: _, ...rest } = init;
    if (Object.keys(rest).length > 0) return undefined;
    if (method === "GET" && body === undefined) {
      return new PlainRequest(String(input), method, headers, "");
    }
    if (method !== "POST" || !(body instanceof URLSearchParams)) {
      return undefined;
    }
    const request = new PlainRequest(String(input), method, headers, body);
    if (!request.headers.has("content-type")) {
      request.headers.set("content-type", FORM);
    }
    return request;
  }
}

const FORM = "application/x-www-form-urlencoded;charset=UTF-8";

/** What a request says: the fields of a form that was never written out, or its text. */
export async function bodyOf(
  request: Request | PlainRequest,
): Promise<string | URLSearchParams> {
  return request instanceof PlainRequest ? request.body : await request.text();
}

/** The fields of a form. */
export function fieldsOf(body: string | URLSearchParams): URLSearchParams {
  return typeof body === "string" ? new URLSearchParams(body) : body;
}
