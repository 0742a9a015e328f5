/**
 * A request that is no more than it says: for an API of this world, in this process. Making a whole `Request` takes
 * longer than most calls take to be answered.
 */
export class PlainRequest {
  readonly headers: PlainHeaders;

  private constructor(
    readonly url: string,
    readonly method: "GET" | "POST",
    headers: HeadersInit | undefined,
    /** A form that nobody has to write out and read again; like any body, it is nobody else's once it has left. */
    readonly body: string | URLSearchParams,
  ) {
    this.headers = new PlainHeaders(headers);
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
    request.headers.default("content-type", FORM);
    return request;
  }
}

const FORM = "application/x-www-form-urlencoded;charset=UTF-8";

/** Names and values that `Headers` takes as they are. */
const NAME = /^[A-Za-z][A-Za-z-]*$/;
const VALUE = /^[!-~](?:[ -~]*[!-~])?$/;

/** The headers of a `PlainRequest`. Where they are written in another way than our own code does, `Headers` reads them. */
class PlainHeaders {
  readonly #values: Map<string, string>;

  constructor(given: HeadersInit = {}) {
    const isPlain = !(given instanceof Headers) && !Array.isArray(given) &&
      Object.entries(given).every(([name, value]) =>
        NAME.test(name) && VALUE.test(value)
      );
    this.#values = new Map(
      isPlain
        ? Object.entries(given).map(([name, value]) => [
          name.toLowerCase(),
          value,
        ])
        : new Headers(given),
    );
  }

  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  /** Says so where nothing else was said. */
  default(name: string, value: string): void {
    if (!this.#values.has(name)) this.#values.set(name, value);
  }

  /** By their names, as `Headers` gives them. */
  [Symbol.iterator](): Iterator<[string, string]> {
    return [...this.#values].sort(([a], [b]) => a < b ? -1 : 1).values();
  }
}

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
