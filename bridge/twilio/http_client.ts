import type { Clock } from "../ports.ts";
import { UnknownFate } from "../refusal.ts";

/** What is asked of Twilio; what is undefined is left out, and a list repeated. */
export interface TwilioRequest {
  method: "GET" | "POST";
  /** With its query, if it has one. */
  path: string;
  /** To be added to the query. */
  params?: Record<string, unknown>;
  data?: Record<string, unknown>;
}

interface TwilioResponse {
  statusCode: number;
  body: object;
}

/** How long one request may take (milliseconds): all tries together fit in a function's life. */
const TIME_OUT = { GET: 5_000, POST: 15_000 };

/** Pauses before asking again (milliseconds). */
const PAUSES = [500, 2_000];

/**
 * Asks Twilio, with patience. What it never processed (429) is asked again
 * (https://www.twilio.com/docs/api/errors/20429), and so is any GET; a POST without an answer never is.
 */
export class HttpClient {
  readonly #authorization: string;

  constructor(
    private readonly clock: Clock,
    private readonly origin: string,
    username: string,
    password: string,
  ) {
    this.#authorization = `Basic ${btoa(`${username}:${password}`)}`;
  }

  /** @throws UnknownFate when no answer came that could be read. */
  async request(request: TwilioRequest): Promise<TwilioResponse> {
    const repeatable = request.method === "GET";
    for (const pause of PAUSES) {
      const answer = await this.#try(request).catch((error) => {
        if (repeatable && error instanceof UnknownFate) return null;
        throw error;
      });
      const again = answer === null || answer.statusCode === 429 ||
        repeatable && answer.statusCode >= 500;
      if (!again) return answer;
      await this.clock.sleep(pause);
    }
    return await this.#try(request);
  }

  async #try(request: TwilioRequest): Promise<TwilioResponse> {
    const added = String(new URLSearchParams(pairs(request.params)));
    const mark = request.path.includes("?") ? "&" : "?";
    const url = this.origin + request.path + (added && mark + added);
    const overdue = new AbortController();
    const timer = setTimeout(() => overdue.abort(), TIME_OUT[request.method]);
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: {
          authorization: this.#authorization,
          accept: "application/json",
        },
        body: request.method === "POST"
          ? new URLSearchParams(pairs(request.data))
          : undefined,
        signal: overdue.signal,
      });
      const body = await response.text();
      return {
        statusCode: response.status,
        body: body === "" ? {} : objectIn(body),
      };
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
      throw new UnknownFate(`no answer from the carrier (${error.name})`);
    } finally {
      clearTimeout(timer);
    }
  }
}

function pairs(values: Record<string, unknown> = {}): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : Array.isArray(value)
      ? value.map((each): [string, string] => [name, String(each)])
      : [[name, String(value)] as [string, string]]
  );
}

/** @throws SyntaxError when a body is no JSON object. */
function objectIn(body: string): object {
  const value: unknown = JSON.parse(body);
  if (typeof value === "object" && value !== null) return value;
  throw new SyntaxError("not an object");
}

/** A refused or broken connection, a time-out, or an answer that is no JSON. */
function isLostAnswer(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof SyntaxError ||
    (error instanceof Error && error.name === "AbortError");
}
